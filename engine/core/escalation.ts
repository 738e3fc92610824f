import { caughtVariables, findCatcher, matching, triggerCatcher } from './catchers';
import { about, alive, emit, type Run } from './run';

/** Hands an escalation to the nearest event that catches it; nothing need (BPMN 2.0.2, 10.5.1). */
export function throwEscalation(run: Run, key: number, code: string): void {
  const catcher = findCatcher(run, key, matching('escalation', code));
  emit(run, 'escalation.thrown', about(run, alive(run, key)), { code, caughtBy: catcher?.event.id ?? null });
  if (catcher)
    triggerCatcher(run, catcher, {
      because: `The escalation ${code} was caught by`,
      variables: caughtVariables(catcher.trigger, code, ''),
      gently: catcher.by === 'boundary' && catcher.host === key,
    });
}
