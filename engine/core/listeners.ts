import { evaluate } from './evaluate';
import type { JsonObject } from './json';
import type { ListenerMoment } from './model';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation, Phase } from './state';
import { propagate, setVariables } from './variables';

const PHASES = { start: 'before', end: 'after' } as const satisfies Record<ListenerMoment, Phase>;

/**
 * Hands out the next work of an element's execution listeners; answers whether there was any. The element goes on when
 * all of them are done (Zeebe's rule).
 */
export function hear(run: Run, key: number, moment: ListenerMoment): boolean {
  const activation = alive(run, key);
  const listener = nodeOf(run, activation.elementId).listeners?.[moment]?.[activation.heard?.[moment] ?? 0];
  if (listener === undefined) return false;
  const phase = PHASES[moment];
  const workType = evaluate(run, listener.workType, { key, phase, what: 'The type of a listener' });
  const used = activation.attempts ?? 0;
  emit(run, 'work.created', about(run, activation), {
    workType: String(workType),
    retries: listener.retries + used,
    attempt: used + 1,
    payload: { headers: {}, listener: moment },
    phase,
    listener: moment,
  });
  return true;
}

/** The phase in which a listener's work was asked for; undefined for other work. */
export function listenerPhase({ wait }: Activation): Phase | undefined {
  return wait?.kind === 'work' && wait.listener ? PHASES[wait.listener] : undefined;
}

/** What a listener gives: before the element its own variables, after it those of the scope around. */
export function writeHeard(run: Run, { key, scopeKey }: Activation, phase: Phase, given: JsonObject): void {
  if (Object.keys(given).length === 0) return;
  if (phase === 'before') setVariables(run, key, key, given);
  else propagate(run, key, scopeKey, given);
}
