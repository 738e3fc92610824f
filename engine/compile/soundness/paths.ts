import type { ElementId } from '../document';
import { isEvent } from '../events';
import type { ScopeNode } from '../flow-model';
import { reference } from '../read';
import { linkTargets } from './flows';
import type { PathRule, PlaceId } from './net';
import type { Places } from './places';

/** What an inclusive join has to know about the paths that lead to it (see {@link PathRule}). */
export function pathRule(places: Places, join: ScopeNode): PathRule {
  const incoming = places.into(join);
  const sources = incoming.map((place) =>
    join.incoming
      .filter((flow) => places.of(flow) === place)
      .map((flow) => reference(flow, 'sourceRef') ?? ''),
  );
  return {
    incoming,
    reaching: sources.map((from) => before(places, join, from, true)),
    following: sources.map((from) => before(places, join, from, false)),
  };
}

/**
 * The places from which a token can get out of one of `sources` without passing the join. Through an event on a
 * border a path leads only where `borders` says so: it isn't a sequence flow, but a token may come that way.
 */
function before(
  places: Places,
  join: ScopeNode,
  sources: readonly ElementId[],
  borders: boolean,
): ReadonlySet<PlaceId> {
  const { model } = places.drawing;
  const found = new Set<PlaceId>();
  const pending = [...sources];
  const seen = new Set(pending);
  const enter = (id: ElementId | undefined) => {
    if (id !== undefined && !seen.has(id)) pending.push(id);
    if (id !== undefined) seen.add(id);
  };
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const node = model.nodes.get(id);
    if (!node || node === join) continue;
    for (const place of places.into(node)) found.add(place);
    const active = places.active(node);
    if (active !== undefined) found.add(active);
    for (const flow of node.incoming) enter(reference(flow, 'sourceRef'));
    if (borders && node.element.type === 'bpmn:BoundaryEvent')
      enter(reference(node.element, 'attachedToRef'));
    if (isEvent(model.document, node, 'Link'))
      for (const other of model.scopes.get(node.scope)?.nodes ?? [])
        if (linkTargets(places.drawing, other).includes(node)) enter(other.id);
  }
  return found;
}
