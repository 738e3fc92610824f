import { type Applier, type Draft, type EventOf, move, put, settled } from './draft';

export const callStarted: Applier<'call.started'> = (draft, event) => {
  put(draft, { ...settled(move(draft, event, { kind: 'call' })), attempts: event.data.attempt });
};

export const callEnded: (
  draft: Draft,
  event: EventOf<'call.returned' | 'call.failed' | 'call.cancelled'>,
) => void = (draft, event) => {
  move(draft, event);
};
