import { caughtVariables, findCatcher, matching, triggerCatcher } from './catchers';
import { label } from './evaluate';
import type { LeaseInfo } from './inputs';
import type { JsonObject } from './json';
import { about, alive, emit, nodeOf, type Run } from './run';
import { endAll } from './terminate';

export interface ThrownError {
  errorCode: string;
  message: string;
  variables?: JsonObject;
  lease?: LeaseInfo;
  /** Thrown by an end event: uncaught, it ends the instance as failed. */
  final: boolean;
}

/**
 * Hands an error to the nearest catching event, from the thrower outwards; on one activity or scope the event with
 * that code comes before one that catches all. Answers whether somebody caught it.
 */
export function throwError(run: Run, key: number, error: ThrownError): boolean {
  const thrower = about(run, alive(run, key));
  const catcher = findCatcher(run, key, matching('error', error.errorCode));
  const { errorCode, message, lease } = error;
  const caughtBy = catcher?.event.id ?? null;
  const data = { errorCode, message, caughtBy };
  emit(run, 'error.thrown', thrower, lease ? { ...data, lease } : data);
  if (error.final && !(catcher?.by === 'boundary' && catcher.host === key)) {
    emit(run, 'element.completed', thrower, {});
    run.touched.add(thrower.scopeKey ?? 0);
  }
  if (catcher) {
    const written = caughtVariables(catcher.trigger, errorCode, message);
    triggerCatcher(run, catcher, {
      because: `The error ${errorCode} was caught by`,
      variables: { ...error.variables, ...written },
    });
  } else if (error.final) failInstance(run, thrower.elementId ?? '', error);
  return catcher !== null;
}

function failInstance(run: Run, elementId: string, { errorCode, message }: ThrownError): void {
  const end = nodeOf(run, elementId);
  const detail = message ? `: ${message}` : '.';
  const text = `${label(end)} ended with the error ${errorCode}, which nothing catches${detail}`;
  endAll(run, 'The instance failed.');
  const incidentKey = run.state.nextKey;
  const named = { elementId, elementType: end.elementType };
  emit(run, 'incident.raised', named, { incidentKey, code: 'uncaught-error', message: text });
  const { calledBy } = run.state;
  emit(run, 'instance.failed', {}, calledBy ? { errorCode, message, calledBy } : { errorCode, message });
}
