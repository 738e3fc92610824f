import type { EngineEvent } from '../events';
import type { Vote, Wait } from '../state';
import { type Applier, activationOf, type Draft, type EventOf, move, put, settled } from './draft';

export const workCreated: Applier<'work.created'> = (draft, event) => {
  const { workType, attempt, retries, phase } = event.data;
  const before = activationOf(draft, event);
  const waiting = move(draft, event, { kind: 'work', workType, attempt, retries });
  if (phase === undefined) put(draft, settled(waiting));
  else if (before.phase === phase) put(draft, { ...waiting, phase });
  else put(draft, { ...settled(waiting), phase });
};

export const workCompleted: Applier<'work.completed'> = (draft, event) => {
  const { attempts: _counted, ...done } = move(draft, event);
  put(draft, done);
};

export const workFailed: Applier<'work.failed'> = (draft, event) => {
  const { wait } = activationOf(draft, event);
  if (wait?.kind === 'work' && event.data.retryAt !== undefined)
    put(draft, { ...activationOf(draft, event), wait: { ...wait, attempt: wait.attempt + 1 } });
  else stopCounting(draft, event);
};

export const workCancelled: Applier<'work.cancelled'> = (draft, event) => stopCounting(draft, event);

/** The attempts so far stay with the activation, so that a result of an old attempt is recognised later. */
function stopCounting(draft: Draft, event: Parameters<typeof move>[1]): void {
  const { wait } = activationOf(draft, event);
  const moved = move(draft, event);
  if (wait?.kind === 'work') put(draft, { ...moved, attempts: wait.attempt });
}

export const expressionsAnswered: Applier<'expressions.answered'> = (draft, event) => {
  const { attempts: _counted, ...moved } = move(draft, event);
  put(draft, { ...moved, answers: { ...moved.answers, ...event.data.answers } });
};

export const taskOpened: Applier<'task.opened'> = (draft, event) => {
  put(draft, settled(move(draft, event, { kind: 'task', assignee: event.data.assignee, state: 'open' })));
};

export const taskClaimed: Applier<'task.claimed'> = (draft, event) => {
  move(draft, event, held(draft, event, event.data.personId));
};

export const taskReleased: Applier<'task.released'> = (draft, event) => {
  move(draft, event, open(votesOf(draft, event)));
};

export const taskDelegated: Applier<'task.delegated'> = (draft, event) => {
  move(draft, event, held(draft, event, event.data.to));
};

/** Whoever voted holds the task no longer; it waits for the others. */
export const taskVoted: Applier<'task.voted'> = (draft, event) => {
  const { contentDigest: _signed, ...vote } = event.data;
  const { elementId } = move(draft, event, open([...votesOf(draft, event), vote]));
  did(draft, elementId, vote.personId);
};

type TaskWait = Extract<Wait, { kind: 'task' }>;

const votesOf = (draft: Draft, event: EngineEvent): readonly Vote[] => {
  const { wait } = activationOf(draft, event);
  return (wait?.kind === 'task' && wait.votes) || [];
};

const open = (votes: readonly Vote[]): TaskWait => ({
  kind: 'task',
  assignee: null,
  state: 'open',
  ...(votes.length > 0 ? { votes } : {}),
});

const held = (draft: Draft, event: EngineEvent, assignee: string): TaskWait => ({
  ...open(votesOf(draft, event)),
  assignee,
  state: 'claimed',
});

export const taskCompleted: Applier<'task.completed'> = (draft, event) => {
  did(draft, move(draft, event).elementId, event.data.personId);
};

function did(draft: Draft, elementId: string, personId: string): void {
  const done = Object.hasOwn(draft.doneBy, elementId) ? (draft.doneBy[elementId] ?? []) : [];
  if (!done.includes(personId)) draft.doneBy = { ...draft.doneBy, [elementId]: [...done, personId] };
}

export const taskCancelled: Applier<'task.cancelled'> = (draft, event) => {
  move(draft, event);
};

export const timerSet: Applier<'timer.set'> = (draft, event) => {
  put(draft, settled(move(draft, event, { kind: 'timer', dueAt: event.data.dueAt })));
};

export const timerEnded: (draft: Draft, event: EventOf<'timer.fired' | 'timer.cancelled'>) => void = (
  draft,
  event,
) => {
  move(draft, event);
};
