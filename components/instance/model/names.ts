import type { Recorded } from '@/engine/core';

/** Names of everybody the history mentions, by id; an id nobody named stands for itself. */
export function namesOf(
  entries: readonly Recorded[],
  known: Readonly<Record<string, string>> = {},
): (id: string) => string {
  const names = new Map(Object.entries(known));
  for (const { actor, event } of entries) {
    if (actor.kind === 'person' || actor.kind === 'service') names.set(actor.id, actor.name);
    if (event.type === 'task.claimed') names.set(event.data.personId, event.data.personName);
    if (event.type === 'task.delegated') names.set(event.data.to, event.data.toName);
  }
  return (id) => names.get(id) ?? id;
}
