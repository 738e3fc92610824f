import type { Marking } from './explore';
import type { Net, PathRule, PlaceId, Transition } from './net';

/** Finds the steps that a marking allows, by looking only at those that need one of its tokens. */
export class Enabled {
  /** Transitions by a place they need. */
  private readonly needing: number[][];

  constructor(private readonly net: Net) {
    this.needing = net.places.map(() => []);
    net.transitions.forEach(({ take, join }, index) => {
      for (const place of join ? join.incoming : take.slice(0, 1)) this.needing[place]!.push(index);
    });
  }

  *in(state: Marking): Generator<number> {
    const joins = new Set<number>();
    for (let place = 0; place < state.length; place += 1) {
      if (state[place] === 0) continue;
      for (const index of this.needing[place]!) {
        const transition = this.net.transitions[index]!;
        if (transition.join) {
          if (joins.has(index)) continue;
          joins.add(index);
        }
        if (allows(state, transition)) yield index;
      }
    }
  }
}

function allows(state: Marking, { take, empty, some, join }: Transition): boolean {
  return (
    take.every((place) => state[place]! > 0) &&
    empty.every((place) => state[place] === 0) &&
    (some.length === 0 || some.some((place) => state[place]! > 0)) &&
    (join === undefined || joins(state, join))
  );
}

/**
 * An inclusive join goes on when it has a token and no other token could still arrive on an empty incoming flow,
 * unless that token could as well arrive on one that has a token already (BPMN 2.0.2, table 13.3).
 */
function joins(state: Marking, { incoming, reaching, following }: PathRule): boolean {
  const marked = incoming.map((place) => state[place]! > 0);
  if (!marked.includes(true)) return false;
  const waits = (place: PlaceId) =>
    state[place]! > 0 &&
    !incoming.includes(place) &&
    incoming.some((_, flow) => !marked[flow] && reaching[flow]!.has(place)) &&
    !incoming.some((_, flow) => marked[flow] && following[flow]!.has(place));
  for (let place = 0; place < state.length; place += 1) if (waits(place)) return false;
  return true;
}
