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
  move(draft, event, { kind: 'task', assignee: event.data.personId, state: 'claimed' });
};

export const taskReleased: Applier<'task.released'> = (draft, event) => {
  move(draft, event, { kind: 'task', assignee: null, state: 'open' });
};

export const taskDelegated: Applier<'task.delegated'> = (draft, event) => {
  move(draft, event, { kind: 'task', assignee: event.data.to, state: 'claimed' });
};

export const taskCompleted: Applier<'task.completed'> = (draft, event) => {
  const { elementId } = move(draft, event);
  const done = Object.hasOwn(draft.doneBy, elementId) ? (draft.doneBy[elementId] ?? []) : [];
  if (!done.includes(event.data.personId))
    draft.doneBy = { ...draft.doneBy, [elementId]: [...done, event.data.personId] };
};

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
