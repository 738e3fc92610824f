import type { Actor } from '@/engine/core/inputs';

/**
 * What an actor does themselves in an instance. The rest of a transition (steps, flows, tasks that open, timers)
 * follows from the diagram: a person who decides has not computed the steps behind their decision.
 */
const OWN = new Set([
  'instance.started',
  'instance.terminated',
  'task.claimed',
  'task.released',
  'task.delegated',
  'task.commented',
  'task.voted',
  'task.completed',
  'work.completed',
  'work.failed',
  'error.thrown',
  'expressions.answered',
  'timer.fired',
  'incident.resolved',
  'attempt.refused',
]);

const ENGINE: Actor = { kind: 'engine', id: 'engine', name: 'Engine', via: 'engine' };

/**
 * Who an event is listed under: the transition's actor for what they did themselves and for everything outside
 * instances, otherwise the engine. The record itself always holds the actor of the whole transition.
 * @param event its type, and its data where they were kept
 */
export function doerOf(stream: string, event: { type: string; data: unknown }, actor: Actor): Actor {
  if (!stream.startsWith('instance:') || OWN.has(event.type)) return actor;
  // Variables that somebody edited carry their reason; the others were set by a step.
  if (event.type === 'variables.set' && (event.data as { reason?: unknown } | null)?.reason) return actor;
  return ENGINE;
}
