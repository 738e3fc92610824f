import {
  boundaryEvents,
  boundsOf,
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
  isRefused,
  makeSpace,
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

/** Makes the room that a new step lacks before the flow's target: what lies beyond moves to the right or down. */
function withRoom(document: ProcessDocument, kind: Placeable, flow: ElementId): EditResult {
  const element = get(document, flow);
  const target = ref(element, 'targetRef') ?? '';
  const [from, to] = [boundsOf(document, ref(element, 'sourceRef') ?? ''), boundsOf(document, target)];
  const plane = shapeOf(document, target)?.parent;
  const same = { document, select: [flow], announce: '' };
  if (!from || !to || !plane) return same;
  const across = to.x >= right(from);
  if (!across && to.y < bottom(from)) return same;
  const room = across ? to.x - right(from) : to.y - bottom(from);
  const missing = (across ? kind.size.width : kind.size.height) + 2 * APPEND_GAP - room;
  if (missing <= 0) return same;
  return makeSpace(document, { plane, axis: across ? 'x' : 'y', at: across ? to.x : to.y, by: missing });
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
