import type { Input } from '../inputs';
import type { JsonObject } from '../json';
import { runPhases } from '../phases';
import { reject } from '../rejection';
import { about, alive, emit, type Run } from '../run';
import type { Phase } from '../state';
import { tell } from '../task-listeners';
import { endAll } from '../terminate';
import type { Rejection } from '../transition-types';
import { oversize, tooLarge } from '../variables';

type Of<T extends Input['type']> = Extract<Input, { type: T }>;

export function cancel(run: Run, input: Of<'cancel'>): Rejection | null {
  endAll(run, input.reason);
  const { reason } = input;
  const { calledBy } = run.state;
  emit(run, 'instance.terminated', {}, calledBy ? { reason, calledBy } : { reason });
  return null;
}

export function changeVariables(run: Run, input: Of<'set-variables'>): Rejection | null {
  const { variables, reason, scopeKey = 0 } = input;
  if (scopeKey !== 0 && run.state.activations[scopeKey] === undefined)
    return reject('unknown-activation', `This instance has no step ${scopeKey}.`, { path: 'scopeKey' });
  const refused = write(run, scopeKey, variables, reason);
  const scope = run.state.activations[scopeKey];
  if (!refused && scope?.wait?.kind === 'task')
    tell(run, scope, 'updating', 'update', { changedAttributes: '["variables"]' });
  return refused;
}

export function retryIncident(run: Run, input: Of<'retry-incident'>): Rejection | null {
  const { incidentKey, reason, variables } = input;
  const incident = run.state.incidents[incidentKey];
  if (incident === undefined)
    return reject('unknown-incident', `The incident ${incidentKey} is not open; it may have been resolved.`);
  const { activationKey, elementId } = incident;
  const activation = run.state.activations[activationKey];
  const named = activation ? about(run, activation) : { elementId };
  const refused = variables ? write(run, 0, variables, reason) : null;
  if (refused) return refused;
  emit(run, 'incident.resolved', named, { incidentKey, reason });
  const phase = activation?.phase;
  if (phase === undefined) run.touched.add(activationKey);
  else runPhases(run, alive(run, activationKey).key, again(phase));
  return null;
}

/** Input mappings are evaluated anew, so that a repaired variable reaches the step. */
const again = (phase: Phase): Phase => (phase === 'activate' ? 'input' : phase);

function write(run: Run, scopeKey: number, variables: JsonObject, reason: string): Rejection | null {
  const scope = scopeKey === 0 ? {} : about(run, alive(run, scopeKey));
  emit(run, 'variables.set', { ...scope, scopeKey }, { variables, reason });
  const bytes = oversize(run.state);
  return bytes === null ? null : reject('too-large', tooLarge(bytes), { path: 'variables' });
}
