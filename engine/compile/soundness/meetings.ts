import type { ElementId } from '../document';
import type { ScopeNode } from '../flow-model';
import { reference } from '../read';
import type { Search } from './findings';
import type { PlaceId } from './net';
import type { Places } from './places';

/**
 * The elements at which a second token joins one that is still there: concurrent paths that don't wait for each other,
 * so that what follows is done once for each. Only where it begins, not where the two tokens pass later.
 */
export function meetings({ drawing, net, places, space }: Search): ScopeNode[] {
  const onFlow = net.places.flatMap(({ kind }, place) => (kind === 'flow' ? [place] : []));
  const crowded = space.states.map((state) => onFlow.filter((place) => state[place]! > 1));
  const fired = new Set(space.edges.map(({ transition }) => net.transitions[transition]!.element));
  const found = new Set<ScopeNode>();
  for (const { from, to, transition } of space.edges) {
    if (crowded[from]!.length > 0) continue;
    for (const place of crowded[to]!) {
      const cause = drawing.model.nodes.get(net.transitions[transition]!.element);
      const merge = mergeOf(places, place, fired) ?? (cause && isMerge(places, cause) ? cause : undefined);
      if (merge) found.add(merge);
    }
  }
  return [...found];
}

const isMerge = (places: Places, node: ScopeNode): boolean =>
  places.into(node).length > 1 && !/^bpmn:(?:Parallel|Inclusive|Complex)Gateway$/.test(node.element.type);

/** Among the flows of one place, the first element at which two ways into it come together. */
function mergeOf(places: Places, place: PlaceId, fired: ReadonlySet<ElementId>): ScopeNode | undefined {
  const { nodes } = places.drawing.model;
  const ways = places.nodes.flatMap((node) =>
    node.outgoing
      .filter((flow) => places.of(flow) === place && fired.has(node.id) && !places.into(node).includes(place))
      .map((flow) => nodes.get(reference(flow, 'targetRef') ?? '')),
  );
  const seen = new Map<ElementId, number>();
  for (const [way, first] of ways.entries())
    for (const node of along(places, place, first)) {
      const earlier = seen.get(node.id);
      if (earlier !== undefined && earlier !== way) return node;
      seen.set(node.id, way);
    }
  return undefined;
}

/** The elements within one place, in the order a token passes them. */
function* along(places: Places, place: PlaceId, first: ScopeNode | undefined): Generator<ScopeNode> {
  const { nodes } = places.drawing.model;
  const seen = new Set<ScopeNode>();
  for (let node = first; node && !seen.has(node); ) {
    const next = node.outgoing.find((flow) => places.of(flow) === place);
    if (!places.into(node).includes(place) || !next) return;
    seen.add(node);
    yield node;
    node = nodes.get(reference(next, 'targetRef') ?? '');
  }
}
