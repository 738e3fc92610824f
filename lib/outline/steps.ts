import {
  boundaryEvents,
  boundsOf,
  childrenOf,
  type ElementId,
  get,
  incoming,
  outgoing,
  type ProcessDocument,
  ref,
  shapeOf,
  waypointsOf,
} from '@/lib/document';
import {
  APPEND_GAP,
  addBoundary,
  addNode,
  addOnFlow,
  append,
  bottom,
  centre,
  connect,
  type EditResult,
  isNode,
  isRefused,
  move,
  type Placeable,
  reconnect,
  refuse,
  right,
} from '@/lib/editing';

/** Puts a new step into a flow; what comes after moves to the right when there is too little room. */
export function insertOnFlow(document: ProcessDocument, kind: Placeable, flow: ElementId): EditResult {
  const roomy = withRoom(document, kind, flow);
  if (isRefused(roomy)) return roomy;
  const points = waypointsOf(roomy.document, flow);
  const at = middleOf(points);
  return at ? addOnFlow(roomy.document, kind, flow, at) : refuse('This flow is not drawn');
}

/** The middle of a line's longest stretch, where a new step covers no bend. */
function middleOf(points: readonly { x: number; y: number }[]) {
  let best: { x: number; y: number } | undefined;
  let longest = -1;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length > longest) best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    longest = Math.max(longest, length);
  }
  return best;
}

/** Moves what lies beyond the flow's target along, to the right or down, by what the new step lacks in room. */
function withRoom(document: ProcessDocument, kind: Placeable, flow: ElementId): EditResult {
  const element = get(document, flow);
  const source = boundsOf(document, ref(element, 'sourceRef') ?? '');
  const target = boundsOf(document, ref(element, 'targetRef') ?? '');
  const same = { document, select: [flow], announce: '' };
  if (!source || !target) return same;
  const across = target.x >= right(source);
  if (!across && target.y < bottom(source)) return same;
  const room = across ? target.x - right(source) : target.y - bottom(source);
  const missing = (across ? kind.size.width : kind.size.height) + 2 * APPEND_GAP - room;
  if (missing <= 0) return same;
  const after = childrenOf(document, element?.parent ?? '', 'flowElements').filter((node) => {
    const bounds = isNode(node) && boundsOf(document, node.id);
    if (!bounds || node.type === 'bpmn:BoundaryEvent') return false;
    return across ? bounds.x >= target.x : bounds.y >= target.y;
  });
  const ids = after.map((node) => node.id);
  return move(document, ids, across ? { x: missing, y: 0 } : { x: 0, y: missing });
}

/** Adds a step before another one: into the flow that leads there, or at its left when none does. */
export function addBefore(document: ProcessDocument, kind: Placeable, id: ElementId): EditResult {
  const [first, ...others] = incoming(document, id);
  if (!first) return addAtLeft(document, kind, id);
  let result = insertOnFlow(document, kind, first.id);
  const added = isRefused(result) ? undefined : result.select[0];
  for (const flow of others) {
    if (isRefused(result) || !added) break;
    result = reconnect(result.document, flow.id, 'target', added);
  }
  return isRefused(result) || !added ? result : { ...result, select: [added], announce: announced(kind) };
}

const announced = (kind: Placeable): string => `Added ${kind.label.toLowerCase()}`;

function addAtLeft(document: ProcessDocument, kind: Placeable, id: ElementId): EditResult {
  const bounds = boundsOf(document, id);
  const plane = shapeOf(document, id)?.parent;
  if (!bounds || !plane) return refuse('This element is not drawn');
  const at = { x: bounds.x - APPEND_GAP - kind.size.width / 2, y: centre(bounds).y };
  const placed = addNode(document, kind, { plane, at });
  const added = isRefused(placed) ? undefined : placed.select[0];
  if (isRefused(placed) || !added) return placed;
  const joined = connect(placed.document, added, id);
  return isRefused(joined) ? joined : { ...joined, select: [added], announce: announced(kind) };
}

/** Adds a step after another one: into its only flow, or as a new path when it has none or several. */
export function addAfter(document: ProcessDocument, kind: Placeable, id: ElementId): EditResult {
  const flows = outgoing(document, id);
  const [only] = flows;
  return only && flows.length === 1 ? insertOnFlow(document, kind, only.id) : append(document, id, kind);
}

/** Attaches a new boundary event at the lower border of a step, left of those that are there. */
export function attachBelow(document: ProcessDocument, kind: Placeable, host: ElementId): EditResult {
  const bounds = boundsOf(document, host);
  if (!bounds) return refuse('This element is not drawn');
  const taken = boundaryEvents(document, host).length;
  const x = Math.max(bounds.x, right(bounds) - 20 - taken * (kind.size.width + 4));
  return addBoundary(document, kind, host, { x, y: bottom(bounds) });
}
