import type { ElementState } from '@/components/bpmn/types';
import { formatDuration, formatUtc } from '@/components/ui/format-time';
import type { Moment } from './log';
import { type Look, reasonOf } from './looks';
import type { OpenTask } from './tasks';

/** An instance's state as a ring and a few words. */
export interface StateWords {
  state: ElementState;
  words: string;
}

const ENDED: Partial<Record<string, StateWords>> = {
  completed: { state: 'completed', words: 'Completed' },
  terminated: { state: 'cancelled', words: 'Cancelled' },
  failed: { state: 'incident', words: 'Failed' },
};

const WAITS = {
  person: 'Waiting for a person',
  work: 'Waiting for a worker',
  message: 'Waiting for a message',
  timer: 'Waiting for a time',
} as const;

/** What the instance is doing, most urgent first: incident, person, busy, worker, timer. */
export function stateWords({ state }: Moment): StateWords {
  if (!state) return { state: 'notReached', words: 'Not started yet' };
  const ended = ENDED[state.status];
  if (ended) return ended;
  if (Object.keys(state.incidents).length > 0) return { state: 'incident', words: 'Needs attention' };
  const alive = Object.values(state.activations).filter((one) => one.attachedTo === undefined);
  const reasons = new Set(alive.map(reasonOf));
  for (const reason of ['person', 'message', 'work', 'timer'] as const)
    if (reasons.has(reason)) return { state: 'waiting', words: WAITS[reason] };
  return { state: 'active', words: 'Running' };
}

const LOOKS: Record<ElementState, string> = {
  notReached: 'Not reached',
  active: 'Running',
  waiting: 'Waiting',
  completed: 'Completed',
  incident: 'Needs attention',
  cancelled: 'Stopped',
  compensated: 'Undone',
};

/** An element's state in words: “Waiting for a person”, “Completed 3 times”. */
export function lookWords(look: Look | undefined): string {
  if (!look) return LOOKS.notReached;
  if (look.state === 'waiting' && look.waitReason) return WAITS[look.waitReason];
  if (look.state === 'completed' && look.count > 1) return `Completed ${look.count} times`;
  return LOOKS[look.state];
}

/** Why we wait at a step, for the label beside it: “Waiting 9 min for Mia Lindqvist”. */
export function waitWords(task: OpenTask, now: number): string {
  const waited = now - Date.parse(task.openedAt);
  const span = waited < 60_000 ? '' : ` ${formatDuration(Math.trunc(waited / 60_000) * 60_000)}`;
  return `Waiting${span} for ${task.waitsFor}`;
}

/** “Waiting until 20 Nov 2026, 18:05 UTC”. */
export const timerWords = (dueAt: string): string => `Waiting until ${formatUtc(dueAt)} UTC`;
