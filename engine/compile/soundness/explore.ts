import { Enabled } from './enabled';
import type { Net, Place, PlaceId } from './net';

/** How many tokens each place holds, by place; the most it tells apart ({@link limitOf}) stands for more as well. */
export type Marking = Uint8Array<ArrayBuffer>;

export interface Edge {
  from: number;
  to: number;
  transition: number;
}

/** What was found from the initial marking on. */
export interface StateSpace {
  states: Marking[];
  edges: Edge[];
  /** False: there are more states than were allowed, and nothing can be concluded from what wasn't seen. */
  complete: boolean;
}

/**
 * From how many tokens on a place isn't counted further, so that processes in which tokens or messages pile up have
 * finitely many states too. One more adds nothing then, and one taken may leave as many.
 */
export const limitOf = ({ kind }: Place): number => (kind === 'end' ? 2 : kind === 'message' ? 5 : 3);

/** Steps looked at for each state allowed; many more mean that most states are still unseen. */
const STEPS = 4;

/**
 * The markings a net can get to, breadth first, at most `bound` of them: all, or `reduced` to those that stand for the
 * rest where only ends, stuck tokens and meetings of tokens matter (see {@link independentClusters}).
 */
export function explore(net: Net, bound: number, { reduced = false } = {}): StateSpace {
  const limits = net.places.map(limitOf);
  const start: Marking = new Uint8Array(net.places.length);
  for (const place of net.initial) start[place] = 1;
  const states = [start];
  const edges: Edge[] = [];
  const index = new Map([[keyOf(start), 0]]);
  const enabled = new Enabled(net, reduced);
  for (let from = 0; from < states.length; from += 1) {
    for (const transition of enabled.in(states[from]!)) {
      for (const next of fire(net, limits, states[from]!, transition)) {
        const key = keyOf(next);
        let to = index.get(key);
        if (to === undefined) {
          if (states.length >= bound || edges.length >= bound * STEPS)
            return { states, edges, complete: false };
          to = states.push(next) - 1;
          index.set(key, to);
        }
        edges.push({ from, to, transition });
      }
    }
  }
  return { states, edges, complete: true };
}

/** The markings after a step: one, or more where a place held too many tokens to know how many are left. */
function fire(net: Net, limits: readonly number[], state: Marking, index: number): Marking[] {
  const { take, join, clear, put } = net.transitions[index]!;
  const taken = join && !join.seen ? [...take, ...join.incoming.filter((place) => state[place]! > 0)] : take;
  const first = state.slice();
  for (const place of taken) first[place] = first[place]! - 1;
  let found = [first];
  for (const place of taken)
    if (state[place] === limits[place])
      found = found.flatMap((next) => [next, withTokens(next, place, limits[place]!)]);
  for (const next of found) {
    for (const place of clear) next[place] = 0;
    for (const place of put) next[place] = Math.min(limits[place]!, next[place]! + 1);
  }
  return found;
}

function withTokens(state: Marking, place: PlaceId, count: number): Marking {
  const next = state.slice();
  next[place] = count;
  return next;
}

const keyOf = (state: Marking): string => String.fromCharCode.apply(null, state as unknown as number[]);
