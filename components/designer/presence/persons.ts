import type { Participant } from '@/lib/presence/types';

/** Somebody who has the draft open, in one window or several. */
export interface Person {
  personId: string;
  name: string;
  /** It is oneself, in another window. */
  me: boolean;
  selection: readonly string[];
  /** Their windows, the one that came last at the end. */
  windows: readonly string[];
  /** One of their windows follows this one. */
  followsMe: boolean;
}

/** Who else is here, by name; oneself only when another window of one's own has the draft open, too. */
export function personsOf(people: readonly Participant[], self: string | null): Person[] {
  const own = people.find(({ id }) => id === self)?.personId;
  const persons = new Map<string, Person>();
  for (const { id, personId, name, selection, follows } of people) {
    if (id === self) continue;
    const known = persons.get(personId);
    persons.set(personId, {
      personId,
      name,
      me: personId === own,
      selection: [...new Set([...(known?.selection ?? []), ...selection])],
      windows: [...(known?.windows ?? []), id],
      followsMe: known?.followsMe === true || (self !== null && follows === self),
    });
  }
  return [...persons.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** What is said of who came and went; empty when nobody did. */
export function comings(before: readonly Person[], now: readonly Person[]): string {
  const missing = (from: readonly Person[], of: readonly Person[]) =>
    of.filter(({ personId }) => !from.some((one) => one.personId === personId));
  return [
    ...missing(before, now).map(({ name, me }) =>
      me ? 'You have this draft open in another window, too' : `${name} has this draft open, too`,
    ),
    ...missing(now, before).map(({ name, me }) =>
      me ? 'Your other window was closed' : `${name} left this draft`,
    ),
  ].join('. ');
}
