import type { ElementState, WaitReason } from '@/components/bpmn/types';
import type { Activation, StatusCounts } from '@/engine/core';
import type { Moment } from './log';

/** What an element is doing, as ring, badge and icon show it. */
export interface Look {
  state: ElementState;
  waitReason?: WaitReason;
  /** How often it was completed. */
  count: number;
}

/** Work the engine's own workers do at once: to a person that is running, not waiting. */
const OWN_WORK = /^countersign:/;

/** The look of every element that was reached, by element id. */
export function looksOf({ state, history }: Moment): Record<string, Look> {
  const alive = byElement(Object.values(state?.activations ?? {}));
  const looks: Record<string, Look> = {};
  for (const [elementId, counts] of Object.entries(history.elements)) {
    const look = lookOf(counts, alive.get(elementId) ?? []);
    if (look) looks[elementId] = look;
  }
  return looks;
}

function byElement(activations: readonly Activation[]): Map<string, Activation[]> {
  const groups = new Map<string, Activation[]>();
  for (const one of activations) groups.set(one.elementId, [...(groups.get(one.elementId) ?? []), one]);
  return groups;
}

function lookOf(counts: StatusCounts, alive: readonly Activation[]): Look | undefined {
  const count = counts.completed;
  if (counts.incident > 0) return { state: 'incident', count };
  const reason = alive.map(reasonOf).find((one) => one !== undefined);
  if (reason) return { state: 'waiting', waitReason: reason, count };
  // A boundary event that only listens was not reached by a token.
  if (alive.some((one) => one.attachedTo === undefined)) return { state: 'active', count };
  if (count > 0) return { state: 'completed', count };
  return counts.terminated > 0 ? { state: 'cancelled', count } : undefined;
}

/** What an activation waits for outside of the engine; undefined while the engine itself is busy with it. */
export function reasonOf({ wait, status }: Activation): WaitReason | undefined {
  if (!wait || status !== 'waiting') return undefined;
  if (wait.kind === 'task') return 'person';
  if (wait.kind === 'timer') return 'timer';
  if (wait.kind === 'call') return 'work';
  if (wait.kind !== 'work') return 'message';
  return OWN_WORK.test(wait.workType) ? undefined : 'work';
}

/** The flows a token went along. */
export const takenOf = ({ history }: Moment): ReadonlySet<string> => new Set(Object.keys(history.flows));
