import { InvariantError } from '../errors';
import type { EngineEvent, EventType } from '../events';
import type { InstanceState } from '../state';
import * as calls from './calls';
import * as compensation from './compensation';
import type { Applier } from './draft';
import * as elements from './elements';
import * as instance from './instance';
import * as listeners from './listeners';
import * as loops from './loops';
import * as waits from './waits';

/** Nothing of the state changes: the event is a fact for readers. */
const recorded = () => {};

const APPLIERS: { [T in Exclude<EventType, 'instance.started'>]: Applier<T> } = {
  'instance.completed': instance.instanceEnded('completed'),
  'instance.terminated': instance.instanceEnded('terminated'),
  'instance.failed': instance.instanceEnded('failed'),
  'element.activated': elements.elementActivated,
  'element.completed': elements.elementCompleted,
  'element.terminated': elements.elementTerminated,
  'boundary.attached': listeners.boundaryAttached,
  'boundary.detached': elements.listenerDetached,
  'listener.attached': listeners.listenerAttached,
  'listener.detached': elements.listenerDetached,
  'flow.taken': elements.flowTaken,
  'join.passed': elements.joinPassed,
  'arrivals.discarded': elements.joinPassed,
  'variables.set': elements.variablesSet,
  'behavior.noted': elements.behaviorNoted,
  'work.created': waits.workCreated,
  'work.completed': waits.workCompleted,
  'work.failed': waits.workFailed,
  'work.cancelled': waits.workCancelled,
  'expressions.answered': waits.expressionsAnswered,
  'task.opened': waits.taskOpened,
  'task.claimed': waits.taskClaimed,
  'task.released': waits.taskReleased,
  'task.delegated': waits.taskDelegated,
  'task.commented': recorded,
  'task.voted': waits.taskVoted,
  'task.reminded': waits.taskReminded,
  'task.completed': waits.taskCompleted,
  'task.cancelled': waits.taskCancelled,
  'task.skipped': recorded,
  'timer.set': waits.timerSet,
  'timer.fired': waits.timerEnded,
  'timer.cancelled': waits.timerEnded,
  'message.awaited': listeners.messageAwaited,
  'message.received': listeners.received,
  'message.forgone': listeners.waitEnded,
  'signal.awaited': listeners.signalAwaited,
  'signal.received': listeners.received,
  'signal.forgone': listeners.waitEnded,
  'condition.awaited': listeners.conditionAwaited,
  'condition.changed': listeners.conditionChanged,
  'condition.met': listeners.waitEnded,
  'condition.forgone': listeners.waitEnded,
  'message.sent': recorded,
  'signal.sent': recorded,
  'error.thrown': recorded,
  'escalation.thrown': recorded,
  'call.started': calls.callStarted,
  'call.returned': calls.callEnded,
  'call.failed': calls.callEnded,
  'call.cancelled': calls.callEnded,
  'loop.started': loops.loopStarted,
  'loop.gathered': loops.loopGathered,
  'compensation.started': compensation.compensationStarted,
  'compensation.handed-on': compensation.compensationHandedOn,
  'incident.raised': instance.incidentRaised,
  'incident.resolved': instance.incidentResolved,
};

/** Every event type of this version. */
export const EVENT_TYPES = ['instance.started', ...Object.keys(APPLIERS)] as readonly EventType[];

/**
 * The only writer of instance state: the state after one event. Pure; neither argument is changed, and the result
 * is plain JSON that depends on nothing but the events before it.
 * Throws InvariantError for an unknown event type or version and for an illegal move.
 */
export function evolve(state: InstanceState | null, event: EngineEvent): InstanceState {
  if (event.v !== 1) throw new InvariantError(`unknown version of ${event.type}`);
  if (event.type === 'instance.started') {
    if (state !== null) throw new InvariantError('an instance starts once');
    return instance.started(event);
  }
  if (state === null) throw new InvariantError(`${event.type} before the start`);
  if (!Object.hasOwn(APPLIERS, event.type)) throw new InvariantError(`unknown event type ${event.type}`);
  if (state.status !== 'running') throw new InvariantError(`${event.type} after the end`);
  const draft = { ...state, seq: state.seq + 1 };
  const apply = APPLIERS[event.type] as (draft: InstanceState, event: EngineEvent) => void;
  apply(draft, event);
  return draft;
}

/** The state after a whole history. Throws InvariantError for an empty one. */
export function fold(events: readonly EngineEvent[]): InstanceState {
  let state: InstanceState | null = null;
  for (const event of events) state = evolve(state, event);
  if (state === null) throw new InvariantError('an empty history has no state');
  return state;
}
