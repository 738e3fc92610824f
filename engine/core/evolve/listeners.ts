import { InvariantError } from '../errors';
import { type Applier, add, born, type Draft, type EventOf, move, put, settled } from './draft';

export const boundaryAttached: Applier<'boundary.attached'> = (draft, event) => {
  const { attachedTo, data, trigger } = event.data;
  attach(draft, event, attachedTo, trigger, data);
};

export const listenerAttached: Applier<'listener.attached'> = (draft, event) => {
  const { attachedTo, trigger } = event.data;
  attach(draft, event, attachedTo, trigger);
};

function attach(
  draft: Draft,
  event: EventOf<'boundary.attached' | 'listener.attached'>,
  attachedTo: number,
  trigger: number | undefined,
  data?: EventOf<'boundary.attached'>['data']['data'],
): void {
  const host = draft.activations[attachedTo];
  if (host === undefined && attachedTo !== 0)
    throw new InvariantError('an event cannot listen on an ended activation');
  const flag = event.type === 'boundary.attached' ? 'listening' : 'awaiting';
  if (host && host[flag] === undefined) put(draft, { ...host, [flag]: true });
  const listener = { ...born(event, undefined, data), attachedTo };
  add(draft, trigger === undefined ? listener : { ...listener, trigger });
}

export const messageAwaited: Applier<'message.awaited'> = (draft, event) => {
  put(draft, settled(move(draft, event, { kind: 'message', ...event.data })));
};

export const signalAwaited: Applier<'signal.awaited'> = (draft, event) => {
  put(draft, settled(move(draft, event, { kind: 'signal', name: event.data.name })));
};

export const conditionAwaited: Applier<'condition.awaited'> = (draft, event) => {
  put(draft, settled(move(draft, event, { kind: 'condition', holds: event.data.holds })));
};

export const conditionChanged: Applier<'condition.changed'> = (draft, event) => {
  move(draft, event, { kind: 'condition', holds: event.data.holds });
};

/** What an element received ends its wait; what started the instance was not awaited. */
export const received: (draft: Draft, event: EventOf<'message.received' | 'signal.received'>) => void = (
  draft,
  event,
) => {
  if (event.data.start !== true) move(draft, event);
};

export const waitEnded: (
  draft: Draft,
  event: EventOf<'message.forgone' | 'signal.forgone' | 'condition.met' | 'condition.forgone'>,
) => void = (draft, event) => {
  move(draft, event);
};
