import { InvariantError } from '../errors';
import type { EngineEvent } from '../events';
import type { ListenerMoment } from '../model';
import type { Activation, Wait } from '../state';
import { type Applier, activationOf, type Draft, type EventOf, move, put, settled } from './draft';

export const workCreated: Applier<'work.created'> = (draft, event) => {
  const { workType, attempt, retries, phase, listener } = event.data;
  const before = activationOf(draft, event);
  const wait = { kind: 'work' as const, workType, attempt, retries };
  const waiting = move(draft, event, listener ? { ...wait, listener } : wait);
  if (phase === undefined) put(draft, settled(waiting));
  else if (before.phase === phase) put(draft, { ...waiting, phase });
  else put(draft, { ...settled(waiting), phase });
};

export const workCompleted: Applier<'work.completed'> = (draft, event) => {
  const { wait } = activationOf(draft, event);
  const { attempts: _counted, ...done } = move(draft, event);
  const listener = wait?.kind === 'work' ? wait.listener : undefined;
  put(draft, listener ? heard(done, listener) : done);
};

/** One more of the execution listeners is done; the next one, or the phase after, follows. */
function heard({ phase: _phase, ...activation }: Activation, listener: ListenerMoment): Activation {
  const before = activation.heard?.[listener] ?? 0;
  return { ...activation, heard: { ...activation.heard, [listener]: before + 1 } };
}

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
  const { assignee, remindAt } = event.data;
  const wait: TaskWait = { kind: 'task', assignee, state: 'open', ...(remindAt ? { remindAt } : {}) };
  put(draft, settled(move(draft, event, wait)));
};

export const taskClaimed: Applier<'task.claimed'> = (draft, event) => {
  move(draft, event, { ...taskOf(draft, event), assignee: event.data.personId, state: 'claimed' });
};

export const taskReleased: Applier<'task.released'> = (draft, event) => {
  move(draft, event, { ...taskOf(draft, event), assignee: null, state: 'open' });
};

export const taskDelegated: Applier<'task.delegated'> = (draft, event) => {
  move(draft, event, { ...taskOf(draft, event), assignee: event.data.to, state: 'claimed' });
};

/** Whoever voted holds the task no longer; it waits for the others. */
export const taskVoted: Applier<'task.voted'> = (draft, event) => {
  const { contentDigest: _content, signature: _signed, ...vote } = event.data;
  const before = taskOf(draft, event);
  const votes = [...(before.votes ?? []), vote];
  const { elementId } = move(draft, event, { ...before, assignee: null, state: 'open', votes });
  did(draft, elementId, vote.personId);
};

export const taskReminded: Applier<'task.reminded'> = (draft, event) => {
  const { remindAt: _due, reminded = 0, ...wait } = taskOf(draft, event);
  const { next } = event.data;
  move(draft, event, { ...wait, reminded: reminded + 1, ...(next ? { remindAt: next } : {}) });
};

type TaskWait = Extract<Wait, { kind: 'task' }>;

/** What the event's activation waits for. Throws InvariantError when that is no task. */
function taskOf(draft: Draft, event: EngineEvent): TaskWait {
  const { wait } = activationOf(draft, event);
  if (wait?.kind !== 'task') throw new InvariantError(`${event.type} on ${event.key}, which is no task`);
  return wait;
}

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
