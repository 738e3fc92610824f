import { type Cluster, independentClusters, isSeen, isSettled } from './clusters';
import type { Marking } from './explore';
import type { Net, PathRule, PlaceId, Transition } from './net';

/** Finds the steps that a marking allows, by looking only at those that need one of its tokens. */
export class Enabled {
  /** Transitions by a place they need. */
  private readonly needing: number[][];
  private readonly independent: readonly Cluster[];
  /** When each transition was last found ready, by the number of the question. */
  private readonly readyAt: Float64Array;
  private question = 0;

  /** With `reduced`, one order stands for all orders of steps that commute. */
  constructor(
    private readonly net: Net,
    reduced: boolean,
  ) {
    this.independent = reduced ? independentClusters(net) : [];
    this.readyAt = new Float64Array(net.transitions.length);
    this.needing = net.places.map(() => []);
    net.transitions.forEach(({ take, join }, index) => {
      for (const place of join && !join.seen ? join.incoming : take.slice(0, 1))
        this.needing[place]!.push(index);
    });
  }

  in(state: Marking): readonly number[] {
    const all = this.all(state);
    if (all.length < 2) return all;
    for (const cluster of this.independent) {
      const ready = cluster.members.filter(this.isReady);
      if (
        ready.length > 0 &&
        isSettled(this.net, state, cluster, this.isReady) &&
        !ready.some((index) => isSeen(this.net, state, this.net.transitions[index]!))
      )
        return ready;
    }
    return all;
  }

  private readonly isReady = (index: number): boolean => this.readyAt[index] === this.question;

  private all(state: Marking): number[] {
    this.question += 1;
    const found: number[] = [];
    for (let place = 0; place < state.length; place += 1) {
      if (state[place] === 0) continue;
      for (const index of this.needing[place]!) {
        if (this.isReady(index) || !allows(state, this.net.transitions[index]!)) continue;
        this.readyAt[index] = this.question;
        found.push(index);
      }
    }
    return found;
  }
}

function allows(state: Marking, { take, empty, some, join }: Transition): boolean {
  for (const place of take) if (state[place] === 0) return false;
  for (const place of empty) if (state[place] !== 0) return false;
  return (
    (some.length === 0 || some.some((place) => state[place]! > 0)) &&
    (join === undefined || joins(state, join))
  );
}

/**
 * An inclusive join goes on when it has a token and no other token could still arrive on an empty incoming flow,
 * unless that token could as well arrive on one that has a token already (BPMN 2.0.2, table 13.3).
 */
function joins(state: Marking, { incoming, reaching, following, seen }: PathRule): boolean {
  const marked = (seen ?? incoming).map((place) => state[place]! > 0);
  if (!marked.includes(true)) return false;
  if (seen && incoming.some((place, flow) => !marked[flow] && state[place]! > 0)) return false;
  const waits = (place: PlaceId) =>
    state[place]! > 0 &&
    !incoming.includes(place) &&
    incoming.some((_, flow) => !marked[flow] && reaching[flow]!.has(place)) &&
    !incoming.some((_, flow) => marked[flow] && following[flow]!.has(place));
  for (let place = 0; place < state.length; place += 1) if (waits(place)) return false;
  return true;
}
