import {
  boundaryEvents,
  boundsOf,
  type DocElement,
  type ElementId,
  outgoing,
  type ProcessDocument,
  ref,
} from '@/lib/document';
import { isFlowNode } from '@/lib/editing';

/**
 * Nodes in the order a reader follows: along the flow from the starts, boundary events right after their step, what
 * they lead to after the main path; then whatever no flow reaches, and data and notes last.
 */
export function flowOrder(document: ProcessDocument, nodes: readonly DocElement[]): DocElement[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const places = new Map(nodes.map(({ id }) => [id, boundsOf(document, id) ?? { x: 0, y: 0 }]));
  const byPlace = nodes.toSorted((a, b) => compare(places.get(a.id), places.get(b.id)));
  const order: DocElement[] = [];
  const seen = new Set<ElementId>();
  const take = (id: ElementId): boolean => {
    const node = known.get(id);
    if (!node || seen.has(id)) return false;
    seen.add(id);
    order.push(node);
    return true;
  };
  const follow = (first: ElementId) => {
    const pending = [first];
    const later: ElementId[] = [];
    for (let id = pending.pop(); id !== undefined; id = pending.pop() ?? later.shift()) {
      if (!take(id)) continue;
      for (const event of boundaryEvents(document, id))
        if (take(event.id)) later.push(...targets(document, event.id));
      pending.push(...targets(document, id).toReversed());
    }
  };
  const flowNodes = byPlace.filter((node) => isFlowNode(node.type) && node.type !== 'bpmn:BoundaryEvent');
  for (const node of flowNodes) if (node.type === 'bpmn:StartEvent') follow(node.id);
  for (const node of [...flowNodes, ...byPlace]) follow(node.id);
  return order;
}

const targets = (document: ProcessDocument, id: ElementId): ElementId[] =>
  outgoing(document, id).flatMap((flow) => ref(flow, 'targetRef') ?? []);

const compare = (a = { x: 0, y: 0 }, b = { x: 0, y: 0 }): number => a.x - b.x || a.y - b.y;
