import type { EngineEvent, EventType } from '../../core/events';

const LEAVING: ReadonlySet<EventType> = new Set<EventType>([
  'message.awaited',
  'message.sent',
  'signal.sent',
  'call.started',
  'call.cancelled',
]);

/** Whether these events leave something to deliver, so that this process can begin at once. */
export const leavesSomething = (events: readonly EngineEvent[]): boolean =>
  events.some(
    (event) => LEAVING.has(event.type) || ('calledBy' in event.data && event.data.calledBy !== undefined),
  );
