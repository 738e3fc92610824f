import type { Marking } from './explore';
import type { Net, PlaceId, Transition } from './net';

/** Steps that compete for the same tokens. */
export interface Cluster {
  members: number[];
}

/**
 * The clusters whose steps commute with all others, so that it is enough to look at them alone while one is ready (a
 * persistent set; P. Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", 1996). Parallel
 * branches then cost the sum of their steps instead of the product.
 *
 * Left out is what others can tell apart: steps that empty other places, send or wait for messages, depend on the
 * state of a whole scope or leave it, and steps that take from a place with several ways in. The last keeps two
 * properties: tokens that meet are seen meeting, and no loop goes round without the rest being looked at.
 */
export function independentClusters(net: Net): Cluster[] {
  const merging = mergingPlaces(net);
  const watched = new Set(net.transitions.flatMap(({ some }) => some));
  const undirected = undirectedPlaces(net);
  return clusters(net).filter(({ members }) =>
    members.every((index) => {
      const transition = net.transitions[index]!;
      return (
        isLocal(net, transition) &&
        !transition.take.some((place) => merging.has(place) || undirected.has(place)) &&
        (!transition.take.some((place) => watched.has(place)) ||
          transition.put.some((place) => watched.has(place)))
      );
    }),
  );
}

/**
 * Places from which several incoming flows of one inclusive join can be reached: which of them a token takes decides
 * whether the join waits for it.
 */
function undirectedPlaces(net: Net): ReadonlySet<PlaceId> {
  const found = new Set<PlaceId>();
  for (const { join } of net.transitions)
    for (const [index, places] of join?.reaching.entries() ?? [])
      for (const place of places)
        if (join!.reaching.some((other, flow) => flow > index && other.has(place))) found.add(place);
  return found;
}

/** Places that tokens get to from more than one place, at once or out of an activity that is one. */
function mergingPlaces(net: Net): ReadonlySet<PlaceId> {
  const origins = net.places.map(() => new Set<string>());
  for (const { take, put } of net.transitions)
    for (const place of put)
      if (net.places[place]!.kind === 'flow' || !take.includes(place)) origins[place]!.add(String(take));
  const merging = new Set(origins.flatMap((from, place) => (from.size > 1 ? [place] : [])));
  for (const { take, put } of net.transitions)
    if (take.some((place) => merging.has(place) && net.places[place]!.kind === 'active'))
      for (const place of put) merging.add(place);
  return merging;
}

/** Whether a step only moves tokens within its scope, or into the sub-process it starts. */
function isLocal(net: Net, { element, take, put, clear, some, join }: Transition): boolean {
  const scope = net.places[take[0] ?? -1]?.scope;
  const kind = (place: PlaceId) => net.places[place]!.kind;
  return (
    join === undefined &&
    some.length === 0 &&
    clear.every((place) => kind(place) === 'control') &&
    [...take, ...put].every((place) => kind(place) !== 'message') &&
    put.every((place) => [scope, element].includes(net.places[place]!.scope))
  );
}

function clusters(net: Net): Cluster[] {
  const byPlace = new Map<string, Cluster>();
  const found = new Set<Cluster>();
  // an activity that takes one token at a time is competed for by all that could be next
  const shared = ({ take, put, empty, join }: Transition) => [
    ...[...take, ...(join?.incoming ?? [])].map(String),
    ...empty.filter((place) => put.includes(place)).map((place) => `start ${place}`),
  ];
  net.transitions.forEach((transition, index) => {
    const joined: Cluster = { members: [index] };
    for (const place of shared(transition)) {
      const known = byPlace.get(place);
      if (!known || known === joined) continue;
      joined.members.push(...known.members);
      found.delete(known);
    }
    joined.members = [...new Set(joined.members)];
    found.add(joined);
    for (const member of joined.members)
      for (const place of shared(net.transitions[member]!)) byPlace.set(place, joined);
  });
  return [...found];
}

/** Whether every member is ready or never will be before another member acts: an event that has happened already. */
export function isSettled(
  net: Net,
  state: Marking,
  { members }: Cluster,
  isReady: (transition: number) => boolean,
): boolean {
  return members.every(
    (index) =>
      isReady(index) ||
      net.transitions[index]!.take.some(
        (place) => net.places[place]!.kind === 'control' && state[place] === 0,
      ),
  );
}

/**
 * Whether a step makes two tokens meet or parts two that met. Where a meeting begins depends on the order of such
 * steps, so one of them can't stand for the others (the condition of invisibility; D. Peled, "All from one, one for
 * all", 1993).
 */
export const isSeen = ({ places }: Net, state: Marking, { take, put }: Transition): boolean =>
  put.some((place) => places[place]!.kind === 'flow' && state[place]! > 0) ||
  take.some((place) => places[place]!.kind === 'flow' && state[place]! > 1);
