import { label } from './evaluate';
import type { LeaseInfo } from './inputs';
import type { JsonObject } from './json';
import type { ExecutableNode } from './model';
import { writeResult } from './result';
import { about, alive, behaviorOf, emit, nodeOf, type Run } from './run';
import { terminate, terminateChildren } from './terminate';
import { checkSize } from './variables';

export interface ThrownError {
  errorCode: string;
  message: string;
  variables?: JsonObject;
  lease?: LeaseInfo;
  /** Thrown by an end event: uncaught, it ends the instance as failed. */
  final: boolean;
}

/**
 * Hands an error to the nearest catching boundary event, from the thrower outwards; on one activity the event with
 * that code comes before one that catches all. Answers whether somebody caught it.
 */
export function throwError(run: Run, key: number, error: ThrownError): boolean {
  const thrower = about(run, alive(run, key));
  const catcher = findCatcher(run, key, error.errorCode);
  const { errorCode, message, lease } = error;
  const caughtBy = catcher?.event.id ?? null;
  const data = { errorCode, message, caughtBy };
  emit(run, 'error.thrown', thrower, lease ? { ...data, lease } : data);
  if (error.final && catcher?.host !== key) {
    emit(run, 'element.completed', thrower, {});
    run.touched.add(thrower.scopeKey ?? 0);
  }
  if (catcher) trigger(run, catcher, error);
  else if (error.final) failInstance(run, thrower.elementId ?? '', error);
  return catcher !== null;
}

interface Catcher {
  host: number;
  event: ExecutableNode;
}

function findCatcher(run: Run, from: number, errorCode: string): Catcher | null {
  for (let host = run.state.activations[from]; host; host = run.state.activations[host.scopeKey]) {
    const catching = nodeOf(run, host.elementId).boundary.map((id) => {
      const event = nodeOf(run, id);
      return { event, by: behaviorOf(run, event).catches?.(event.config, errorCode) ?? null };
    });
    const found = catching.find(({ by }) => by === 'code') ?? catching.find(({ by }) => by === 'all');
    if (found) return { host: host.key, event: found.event };
  }
  return null;
}

function trigger(run: Run, { host, event }: Catcher, error: ThrownError): void {
  const { scopeKey } = alive(run, host);
  terminate(run, host, `The error ${error.errorCode} was caught by ${label(event)}.`);
  const key = run.state.nextKey;
  const named = { elementId: event.id, elementType: event.elementType, key, scopeKey };
  emit(run, 'element.activated', named, { attachedTo: host });
  const { errorCode, message } = error;
  const written = behaviorOf(run, event).caught?.(event.config, { errorCode, message }) ?? {};
  const variables = { ...error.variables, ...written };
  if (Object.keys(variables).length > 0) {
    writeResult(run, key, variables);
    checkSize(run);
  }
  run.queue.push({ phase: 'output', key });
}

function failInstance(run: Run, elementId: string, { errorCode, message }: ThrownError): void {
  const end = nodeOf(run, elementId);
  const detail = message ? `: ${message}` : '.';
  const text = `${label(end)} ended with the error ${errorCode}, which nothing catches${detail}`;
  terminateChildren(run, 0, 'The instance failed.');
  const incidentKey = run.state.nextKey;
  const named = { elementId, elementType: end.elementType };
  emit(run, 'incident.raised', named, { incidentKey, code: 'uncaught-error', message: text });
  emit(run, 'instance.failed', {}, { errorCode, message });
}
