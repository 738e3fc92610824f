import { InvariantError } from './errors';
import type { EventType } from './events';
import type { Activation, ActivationStatus } from './state';

interface Move {
  from: readonly ActivationStatus[];
  to: ActivationStatus;
}

/**
 * Every legal move of an activation, by the event that makes it. An activation is born `active`; an ended one
 * leaves the state. A wait is withdrawn and an incident resolved before their activation ends.
 */
export const LIFECYCLE = {
  'element.completed': { from: ['active'], to: 'completed' },
  'element.terminated': { from: ['active'], to: 'terminated' },
  'boundary.detached': { from: ['active'], to: 'terminated' },
  'work.created': { from: ['active'], to: 'waiting' },
  'work.completed': { from: ['waiting'], to: 'active' },
  'work.failed': { from: ['waiting'], to: 'active' },
  'work.cancelled': { from: ['waiting'], to: 'active' },
  'expressions.answered': { from: ['waiting'], to: 'active' },
  'task.opened': { from: ['active'], to: 'waiting' },
  'task.claimed': { from: ['waiting'], to: 'waiting' },
  'task.released': { from: ['waiting'], to: 'waiting' },
  'task.delegated': { from: ['waiting'], to: 'waiting' },
  'task.reminded': { from: ['waiting'], to: 'waiting' },
  'task.voted': { from: ['waiting'], to: 'waiting' },
  'task.completed': { from: ['waiting'], to: 'active' },
  'task.cancelled': { from: ['waiting'], to: 'active' },
  'timer.set': { from: ['active'], to: 'waiting' },
  'timer.fired': { from: ['waiting'], to: 'active' },
  'timer.cancelled': { from: ['waiting'], to: 'active' },
  'listener.detached': { from: ['active'], to: 'terminated' },
  'message.awaited': { from: ['active'], to: 'waiting' },
  'message.received': { from: ['waiting'], to: 'active' },
  'message.forgone': { from: ['waiting'], to: 'active' },
  'signal.awaited': { from: ['active'], to: 'waiting' },
  'signal.received': { from: ['waiting'], to: 'active' },
  'signal.forgone': { from: ['waiting'], to: 'active' },
  'condition.awaited': { from: ['active'], to: 'waiting' },
  'condition.changed': { from: ['waiting'], to: 'waiting' },
  'condition.met': { from: ['waiting'], to: 'active' },
  'condition.forgone': { from: ['waiting'], to: 'active' },
  'call.started': { from: ['active'], to: 'waiting' },
  'call.returned': { from: ['waiting'], to: 'active' },
  'call.failed': { from: ['waiting'], to: 'active' },
  'call.cancelled': { from: ['waiting'], to: 'active' },
  'incident.raised': { from: ['active'], to: 'incident' },
  'incident.resolved': { from: ['incident'], to: 'active' },
} as const satisfies Partial<Record<EventType, Move>>;

export type LifecycleEvent = keyof typeof LIFECYCLE;

/** The status after a move. Throws InvariantError when the table does not allow it. */
export function statusAfter(activation: Activation, event: LifecycleEvent): ActivationStatus {
  const move: Move = LIFECYCLE[event];
  if (!move.from.includes(activation.status))
    throw new InvariantError(
      `illegal move: ${event} on ${activation.elementId} (${activation.key}), which is ${activation.status}`,
    );
  return move.to;
}
