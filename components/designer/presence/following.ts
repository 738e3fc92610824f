import type { Participant, Place } from '@/lib/presence/types';
import type { Person } from './persons';

/** Whether following a window would lead back to `self`, over whomever that one follows: two views would chase each other. */
export function leadsBack(people: readonly Participant[], self: string | null, to: string): boolean {
  const met = new Set<string>();
  let at: string | undefined = to;
  while (at !== undefined && !met.has(at)) {
    if (at === self) return true;
    met.add(at);
    at = people.find(({ id }) => id === at)?.follows;
  }
  return false;
}

/** Which of somebody's windows is followed: the one they point with, or else the one that came last. */
export function windowToFollow(
  { windows }: Pick<Person, 'windows'>,
  places: ReadonlyMap<string, Place>,
): string | undefined {
  return windows.findLast((id) => places.get(id)?.pointer) ?? windows.at(-1);
}
