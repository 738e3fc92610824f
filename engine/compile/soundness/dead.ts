import { definitionsOf } from '../events';
import type { ScopeNode } from '../flow-model';
import type { Search } from './findings';

/** The first elements on a path that nothing ever gets past; what comes after them follows from it. */
export function deadElements({ drawing, places, net, space }: Search): ScopeNode[] {
  const marked = new Set<number>();
  for (const state of space.states)
    for (const [place, tokens] of state.entries()) if (tokens > 0) marked.add(place);
  const fired = new Set(space.edges.map(({ transition }) => net.transitions[transition]!.element));
  const reached = new Set<string>();
  for (const { element, take, join } of net.transitions)
    if (
      [...take, ...(join?.incoming ?? [])].some(
        (place) => isToken(net.places[place]!.kind) && marked.has(place),
      )
    )
      reached.add(element);
  return places.nodes.filter(
    (node) =>
      !fired.has(node.id) &&
      (reached.has(node.id) || isNeverThrown({ drawing, places, net, space }, node, marked)),
  );
}

const isToken = (kind: string): boolean => kind === 'flow' || kind === 'active';

/** An event on a border for something that only the inside could throw, and doesn't. */
function isNeverThrown(
  { drawing, places, net }: Search,
  node: ScopeNode,
  marked: ReadonlySet<number>,
): boolean {
  if (node.element.type !== 'bpmn:BoundaryEvent') return false;
  const { model } = drawing;
  if (net.transitions.some(({ element }) => element === node.id)) return false;
  if (!definitionsOf(model.document, node.element).some(({ type }) => THROWN.test(type))) return false;
  const host = [...model.nodes.values()].find(({ boundary }) => boundary.includes(node.element));
  const active = host && places.active(host);
  return active !== undefined && marked.has(active);
}

const THROWN = /^bpmn:(?:Error|Escalation|Cancel)EventDefinition$/;
