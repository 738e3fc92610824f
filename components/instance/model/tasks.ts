import type { InstanceState, Recorded } from '@/engine/core';
import type { Moment } from './log';

/** A task somebody can do now. */
export interface OpenTask {
  taskId: string;
  elementId: string;
  name: string;
  /** Whom it waits for, in words: a person when one has it, else the groups. */
  waitsFor: string;
  assignee: string | null;
  openedAt: string;
  dueAt: string | null;
  approval: boolean;
}

/** Open tasks as of a moment, the oldest first. */
export function openTasksOf(
  { state, seq }: Moment,
  entries: readonly Recorded[],
  nameOf: (id: string) => string,
): OpenTask[] {
  if (!state) return [];
  return Object.values(state.activations)
    .filter((one) => one.wait?.kind === 'task' && one.status === 'waiting')
    .flatMap((one) => taskOf(state, one.key, entries, seq, nameOf) ?? [])
    .sort((a, b) => a.openedAt.localeCompare(b.openedAt));
}

function taskOf(
  state: InstanceState,
  key: number,
  entries: readonly Recorded[],
  seq: number,
  nameOf: (id: string) => string,
): OpenTask | undefined {
  const opened = entries.findLast(
    (entry) => entry.seq <= seq && entry.event.type === 'task.opened' && entry.event.key === key,
  );
  const wait = state.activations[key]?.wait;
  if (opened?.event.type !== 'task.opened' || wait?.kind !== 'task') return undefined;
  const { name, candidateGroups, candidateUsers, dueAt, approval } = opened.event.data;
  const asked = [...candidateUsers.map(nameOf), ...candidateGroups.map(groupWords)];
  return {
    taskId: `${state.id}:${key}`,
    elementId: opened.event.elementId ?? '',
    name,
    waitsFor: wait.assignee ? nameOf(wait.assignee) : asked.join(' or ') || 'anybody',
    assignee: wait.assignee,
    openedAt: opened.at,
    dueAt,
    approval,
  };
}

const groupWords = (group: string): string => group.charAt(0).toUpperCase() + group.slice(1);
