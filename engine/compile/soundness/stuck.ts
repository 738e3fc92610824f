import type { ScopeNode } from '../flow-model';
import type { Marking } from './explore';
import type { Search } from './findings';
import type { Net, Transition } from './net';
import { canReach } from './verdict';

/** A step at which a token can stay for ever. */
export interface Stuck {
  node: ScopeNode;
  /** Every run gets stuck, whatever the data says. */
  always: boolean;
  /** It waits for a message; otherwise for other paths. */
  message: boolean;
}

/** The steps that tokens wait at in states that nothing leads on from. */
export function stuckElements({ drawing, net, space }: Search): Stuck[] {
  const going = new Set(space.edges.map(({ from }) => from));
  const last = space.states.flatMap((_, index) => (going.has(index) ? [] : [index]));
  const ended = last.filter((index) => !hasTokens(net, space.states[index]!));
  const stuck = last.filter((index) => hasTokens(net, space.states[index]!));
  // with messages from other processes a run may still be saved from outside
  const always =
    ended.length === 0 &&
    drawing.channels.length === 0 &&
    canReach(space, stuck).size === space.states.length;
  const found = new Map<string, Stuck>();
  for (const index of stuck)
    for (const transition of net.transitions) {
      const state = space.states[index]!;
      const node = drawing.model.nodes.get(transition.element);
      if (!node || found.has(node.id) || !isHalfReady(net, state, transition)) continue;
      const message = transition.take.some(
        (place) => net.places[place]!.kind === 'message' && state[place] === 0,
      );
      found.set(node.id, { node, always, message });
    }
  return [...found.values()];
}

const hasTokens = (net: Net, state: Marking): boolean =>
  net.places.some(({ kind }, place) => (kind === 'flow' || kind === 'active') && state[place]! > 0);

/** Has a token and lacks another; what only waits for its inside to end isn't to blame. */
function isHalfReady(net: Net, state: Marking, { take, empty, join }: Transition): boolean {
  if (empty.length > 0) return false;
  const needed = join && !join.seen ? join.incoming : take;
  return needed.some(
    (place) =>
      net.places[place]!.kind !== 'control' && net.places[place]!.kind !== 'message' && state[place]! > 0,
  );
}
