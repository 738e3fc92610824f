import { evaluate } from './evaluate';
import type { JsonObject } from './json';
import type { ListenerMoment } from './model';
import { writeResult } from './result';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation, Phase } from './state';
import { propagate, setVariables } from './variables';

const PHASES = {
  start: 'before',
  end: 'after',
  creating: 'activate',
  assigning: 'activate',
  updating: 'aside',
  completing: 'completing',
} as const satisfies Record<ListenerMoment, Phase>;

/**
 * Hands out the next work of an element's listeners; answers whether there was any. What they were waited for goes on when
 * all of them are done (Zeebe's rule): `phase` runs again after each.
 */
export function hear(
  run: Run,
  key: number,
  moment: ListenerMoment,
  { phase = PHASES[moment], headers = {} }: { phase?: Phase; headers?: JsonObject } = {},
): boolean {
  const activation = alive(run, key);
  const listener = nodeOf(run, activation.elementId).listeners?.[moment]?.[activation.heard?.[moment] ?? 0];
  if (listener === undefined) return false;
  const workType = evaluate(run, listener.workType, { key, phase, what: 'The type of a listener' });
  const used = activation.attempts ?? 0;
  emit(run, 'work.created', about(run, activation), {
    workType: String(workType),
    retries: listener.retries + used,
    attempt: used + 1,
    payload: { headers, listener: moment },
    phase,
    listener: moment,
  });
  return true;
}

/** The phase in which a listener's work was asked for; undefined for other work. */
export function listenerPhase({ wait, phase }: Activation): Phase | undefined {
  return wait?.kind === 'work' && wait.listener ? (phase ?? PHASES[wait.listener]) : undefined;
}

/**
 * What a listener gives: before the element and of its task the element's own variables, at the end of its task what its
 * result is, after it those of the scope around.
 */
export function writeHeard(run: Run, activation: Activation, phase: Phase, given: JsonObject): void {
  const { key, scopeKey } = activation;
  if (Object.keys(given).length === 0) return;
  if (phase === 'after') propagate(run, key, scopeKey, given);
  else if (phase === 'completing') writeResult(run, key, given);
  else setVariables(run, key, activation.attachedTo ?? key, given);
}
