import { caughtVariables, findCatcher, matching, triggerCatcher } from './catchers';
import { about, alive, emit, type Run } from './run';

/**
 * Hands an escalation to the nearest event that catches it; nothing need (BPMN 2.0.2, 10.5.1). One that a called
 * process does not catch is handed to its call activity.
 */
export function throwEscalation(run: Run, key: number, code: string): void {
  escalate(run, key, code, true);
}

/** The same for what a called instance threw, from the call activity outwards. */
export function escalateCall(run: Run, key: number, code: string): void {
  escalate(run, key, code, false);
}

function escalate(run: Run, key: number, code: string, own: boolean): void {
  const catcher = findCatcher(run, key, matching('escalation', code));
  const { calledBy } = run.state;
  const data = { code, caughtBy: catcher?.event.id ?? null };
  emit(
    run,
    'escalation.thrown',
    about(run, alive(run, key)),
    !catcher && calledBy ? { ...data, calledBy } : data,
  );
  if (catcher)
    triggerCatcher(run, catcher, {
      because: `The escalation ${code} was caught by`,
      variables: caughtVariables(catcher.trigger, code, ''),
      gently: own && catcher.by === 'boundary' && catcher.host === key,
    });
}
