import {
  attachedTo,
  type Bounds,
  boundsOf,
  childrenOf,
  type DocElement,
  type ElementId,
  edgeOf,
  get,
  hasDiagram,
  incoming,
  newElement,
  type Point,
  type ProcessDocument,
  planeOf,
  ref,
  shapeOf,
} from '@/lib/document';
import { overlap } from './placement';
import { route } from './route';
import { isFlowNode, sizeOf } from './sizes';

const GAP = 60;
const ROW = 100;
const MOST_ROWS = 60;

/** Nodes and flows of processes that no diagram draws although the file has diagrams. */
export function undrawn(document: ProcessDocument): ElementId[] {
  if (!hasDiagram(document)) return [];
  const drawn = ({ id }: DocElement) =>
    shapeOf(document, id) !== undefined || edgeOf(document, id) !== undefined;
  return Object.values(document.elements)
    .filter((element) => isFlowNode(element) || element.type === 'bpmn:SequenceFlow')
    .filter((element) => !element.implicitId && !drawn(element))
    .map(({ id }) => id);
}

/**
 * Draws elements that were added to a model without touching its diagram (by hand, in a text): each right of the step
 * before it, below what is there already; everything that is drawn stays where it is.
 */
export function drawMissing(document: ProcessDocument, ids: readonly ElementId[]): ProcessDocument {
  let result = document;
  const elements = ids.flatMap((id) => get(document, id) ?? []);
  for (const node of elements.filter(isFlowNode)) result = drawNode(result, node);
  for (const flow of elements.filter(({ type }) => type === 'bpmn:SequenceFlow'))
    result = drawFlow(result, flow);
  return result;
}

function drawNode(document: ProcessDocument, node: DocElement): ProcessDocument {
  const plane = planeFor(document, node);
  if (!plane) return document;
  const bounds = placeFor(document, node);
  return withItem(document, plane, 'bpmndi:BPMNShape', node.id, {
    bounds: { $type: 'dc:Bounds', ...bounds },
  });
}

function drawFlow(document: ProcessDocument, flow: DocElement): ProcessDocument {
  const [from, to] = [
    boundsOf(document, ref(flow, 'sourceRef') ?? ''),
    boundsOf(document, ref(flow, 'targetRef') ?? ''),
  ];
  const plane = shapeOf(document, ref(flow, 'sourceRef') ?? '')?.parent;
  if (!from || !to || !plane) return document;
  const ends = [ref(flow, 'sourceRef'), ref(flow, 'targetRef')];
  const obstacles = siblings(document, flow)
    .filter(({ id }) => !ends.includes(id))
    .map(({ bounds }) => bounds);
  const onHost = attachedTo(document, ref(flow, 'sourceRef') ?? '') !== undefined;
  const points: Point[] = route(
    { bounds: from, side: onHost ? 'bottom' : 'right' },
    { bounds: to, side: 'left' },
    obstacles,
    [],
  );
  const waypoint = points.map(({ x, y }) => ({ $type: 'dc:Point', x, y }));
  return withItem(document, plane, 'bpmndi:BPMNEdge', flow.id, { waypoint });
}

/** The plane that draws the element's neighbours, or what they lie in. */
function planeFor(document: ProcessDocument, { parent }: DocElement): ElementId | undefined {
  const container = parent ?? '';
  const neighbours = childrenOf(document, container, 'flowElements');
  const drawn = neighbours.flatMap(({ id }) => shapeOf(document, id)?.parent ?? []);
  return drawn[0] ?? planeOf(document, container)?.id ?? shapeOf(document, container)?.parent ?? undefined;
}

function placeFor(document: ProcessDocument, node: DocElement): Bounds {
  const size = sizeOf(node);
  const host = boundsOf(document, attachedTo(document, node.id)?.id ?? '');
  if (host) return { x: host.x + host.width - 54, y: host.y + host.height - size.height / 2, ...size };
  const others = siblings(document, node).map(({ bounds }) => bounds);
  const before = incoming(document, node.id).flatMap(
    (flow) => boundsOf(document, ref(flow, 'sourceRef') ?? '') ?? [],
  );
  const rightmost = others.reduce(
    (most, next) => (next.x > most.x ? next : most),
    others[0] ?? { x: 100, y: 80, width: 0, height: 80 },
  );
  const previous = before[0] ?? rightmost;
  const x = previous.x + previous.width + GAP;
  const y = previous.y + previous.height / 2 - size.height / 2;
  for (let row = 0; row < MOST_ROWS; row++) {
    const place = { x, y: y + row * ROW, ...size };
    if (!others.some((other) => overlap(place, other))) return place;
  }
  return { x, y, ...size };
}

function siblings(document: ProcessDocument, { id, parent }: DocElement) {
  return childrenOf(document, parent ?? '', 'flowElements').flatMap((other) => {
    const bounds = other.id === id ? undefined : boundsOf(document, other.id);
    return bounds ? [{ id: other.id, bounds }] : [];
  });
}

function withItem(
  document: ProcessDocument,
  planeId: ElementId,
  type: string,
  target: ElementId,
  values: DocElement['values'],
): ProcessDocument {
  const plane = get(document, planeId);
  if (!plane) return document;
  let id = `${target}_di`;
  while (get(document, id)) id = `${id}_`;
  const item = newElement(type, id, planeId, 'planeElement', { refs: { bpmnElement: target }, values });
  const planeElement = [...(plane.children.planeElement ?? []), id];
  const grown = { ...plane, children: { ...plane.children, planeElement } };
  return { ...document, elements: { ...document.elements, [id]: item, [planeId]: grown } };
}
