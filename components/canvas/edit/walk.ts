import {
  boundsOf,
  childrenOf,
  type ElementId,
  get,
  outgoing,
  type ProcessDocument,
  ref,
  resolve,
} from '@/lib/document';
import { isFlowNode } from '@/lib/editing';

/** All nodes of a plane in the order a reader follows: along the flow from the starts, then what is left. */
export function readingOrder(document: ProcessDocument, planeId: ElementId): ElementId[] {
  const drawn = childrenOf(document, planeId, 'planeElement').flatMap((di) => {
    const element = resolve(document, di, 'bpmnElement');
    return element && boundsOf(document, element.id) ? [element] : [];
  });
  const place = (id: ElementId) => boundsOf(document, id) ?? { x: 0, y: 0 };
  const byPlace = drawn
    .map((each) => each.id)
    .toSorted((a, b) => place(a).x - place(b).x || place(a).y - place(b).y);
  const order: ElementId[] = [];
  const seen = new Set<ElementId>();
  const known = new Set(byPlace);
  const visit = (first: ElementId) => {
    const pending = [first];
    for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
      if (seen.has(id) || !known.has(id)) continue;
      seen.add(id);
      order.push(id);
      pending.unshift(...outgoing(document, id).flatMap((flow) => ref(flow, 'targetRef') ?? []));
    }
  };
  const starts = byPlace.filter((id) => get(document, id)?.type === 'bpmn:StartEvent');
  for (const id of [
    ...starts,
    ...byPlace.filter((each) => isFlowNode(get(document, each)?.type ?? '')),
    ...byPlace,
  ])
    visit(id);
  return order;
}

/**
 * The element before or after another one in reading order; what a flow comes from or leads to; the first one when
 * none is selected.
 */
export function neighbour(
  document: ProcessDocument,
  planeId: ElementId,
  from: ElementId | undefined,
  step: 1 | -1,
): ElementId | undefined {
  const order = readingOrder(document, planeId);
  const at = from === undefined ? -1 : order.indexOf(from);
  const end = from && ref(get(document, from), step === 1 ? 'targetRef' : 'sourceRef');
  if (at < 0 && end && order.includes(end)) return end;
  if (at < 0) return step === 1 ? order[0] : order.at(-1);
  return order[(at + step + order.length) % order.length];
}
