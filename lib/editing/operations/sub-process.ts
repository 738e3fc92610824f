import {
  type Bounds,
  boundaryEvents,
  boundsOf,
  childrenOf,
  type DocElement,
  diBounds,
  diLabelBounds,
  diWaypoints,
  type ElementId,
  edgeOf,
  get,
  newElement,
  newId,
  type Point,
  type ProcessDocument,
  planeOf,
  shapeOf,
} from '@/lib/document';
import { growContainers, PADDING, sizeShape } from '../contain';
import { addEdge, boundsValue, endsOf, routeBetween, shiftLabel, waypointValues } from '../di';
import { Edit, subtree } from '../edit';
import { followEdges } from '../follow';
import { around, centre, union } from '../geometry';
import { assignLanes } from '../lanes';
import { connectionsOf, isExpanded } from '../place';
import { label } from '../rules';
import { isSubProcess } from '../traits';
import { type EditResult, refuse } from '../types';
import { makeRoomFor } from './make-room';

const COLLAPSED = { width: 100, height: 80 };
const OPEN = { width: 350, height: 200 };

/** Opens or closes a sub-process where it stands. */
export function toggleExpanded(document: ProcessDocument, id: ElementId): EditResult {
  return isExpanded(document, id) ? collapse(document, id) : expand(document, id);
}

/**
 * Closes a sub-process: its content goes to a plane of its own, which is shown when someone opens it, and lines from
 * inside to the outside are no longer drawn. Nothing that is executed changes.
 */
export function collapse(document: ProcessDocument, id: ElementId): EditResult {
  const wrong = notASubProcess(document, id);
  if (wrong) return refuse(wrong);
  if (!isExpanded(document, id)) return refuse(`${label(document, id)} is closed already`);
  const bounds = boundsOf(document, id) as Bounds;
  const edit = new Edit(document);
  hideLines(edit, id);
  moveContent(edit, id, ownPlane(edit, id));
  edit.attr(shapeOf(edit.document, id)?.id ?? '', 'isExpanded', false);
  sizeShape(edit, id, around(centre(bounds), COLLAPSED));
  settle(edit, id);
  return { document: edit.document, select: [id], announce: `Closed ${label(document, id)}` };
}

/**
 * Opens a sub-process where it stands: its content is drawn inside it, what is around it gives way, and containers
 * grow.
 */
export function expand(document: ProcessDocument, id: ElementId): EditResult {
  const wrong = notASubProcess(document, id);
  if (wrong) return refuse(wrong);
  if (isExpanded(document, id)) return refuse(`${label(document, id)} is open already`);
  const size = openSize(document, id);
  const edit = new Edit(makeRoomFor(document, id, around(centre(boundsOf(document, id) as Bounds), size)));
  const shape = shapeOf(edit.document, id) as DocElement;
  const own = planeOf(edit.document, id);
  const open = around(centre(diBounds(shape) as Bounds), size);
  const content = spanOf(edit.document, id);
  if (content) {
    const [from, to] = [centre(content), centre(open)];
    shiftContent(edit, id, { x: Math.round(to.x - from.x), y: Math.round(to.y - from.y) });
  }
  moveContent(edit, id, shape.parent ?? '');
  if (own) edit.remove([diagramOf(edit, own)]);
  edit.attr(shape.id, 'isExpanded', true);
  sizeShape(edit, id, open);
  settle(edit, id);
  showLines(edit, id);
  return { document: edit.document, select: [id], announce: `Opened ${label(document, id)}` };
}

/** The rectangle that holds what is inside; undefined when nothing of it is drawn. */
const spanOf = (document: ProcessDocument, id: ElementId): Bounds | undefined =>
  union(drawnInside(document, id).flatMap((di) => diBounds(di) ?? []));

function openSize(document: ProcessDocument, id: ElementId): { width: number; height: number } {
  const content = spanOf(document, id);
  return {
    width: Math.max(OPEN.width, (content?.width ?? 0) + 2 * PADDING),
    height: Math.max(OPEN.height, (content?.height ?? 0) + 2 * PADDING),
  };
}

/**
 * Gives a closed sub-process a plane of its own, so that it can be drilled into; content that the file drew under
 * the closed shape moves there. A sub-process that has one is left as it is.
 */
export function openPlane(document: ProcessDocument, id: ElementId): EditResult {
  const wrong = notASubProcess(document, id);
  if (wrong) return refuse(wrong);
  if (isExpanded(document, id))
    return refuse(`${label(document, id)} is open: its content is drawn right here`);
  const edit = new Edit(document);
  const plane = ownPlane(edit, id);
  moveContent(edit, id, plane);
  return { document: edit.document, select: [], announce: `Went into ${label(document, id)}` };
}

function notASubProcess(document: ProcessDocument, id: ElementId): string | undefined {
  const type = get(document, id)?.type;
  if (!type) return 'This element is no longer there';
  if (!isSubProcess(type)) return 'Only sub-processes can be opened and closed';
  return boundsOf(document, id) ? undefined : 'This sub-process is not drawn';
}

function settle(edit: Edit, id: ElementId): void {
  const moved = [id, ...boundaryEvents(edit.document, id).map((event) => event.id)];
  followEdges(edit, moved);
  assignLanes(edit, moved);
  growContainers(edit, [id]);
}

function ownPlane(edit: Edit, id: ElementId): ElementId {
  const known = planeOf(edit.document, id);
  if (known) return known.id;
  const diagram = newId('Diagram', edit.document);
  edit.add(newElement('bpmndi:BPMNDiagram', diagram, edit.document.root, 'diagrams'));
  const plane = newId('Plane', edit.document);
  edit.add(newElement('bpmndi:BPMNPlane', plane, diagram, 'plane', { refs: { bpmnElement: id } }));
  return plane;
}

const diagramOf = (edit: Edit, plane: DocElement): ElementId =>
  edit.get(plane.parent)?.type === 'bpmndi:BPMNDiagram' ? (plane.parent ?? plane.id) : plane.id;

/** What a sub-process holds; its own data associations lie outside of it. */
const innerOf = (document: ProcessDocument, id: ElementId): Set<ElementId> =>
  new Set(
    ['flowElements', 'artifacts', 'laneSets'].flatMap((property) =>
      childrenOf(document, id, property).flatMap((child) => subtree(document, child.id)),
    ),
  );

/** What is inside, and lines between two of those wherever they are kept: notes may be attached from further out. */
function contentOf(document: ProcessDocument, id: ElementId): ElementId[] {
  const inner = innerOf(document, id);
  const lines = connectionsOf(document, inner).filter((line) => {
    const { source, target } = endsOf(document, line.id);
    return inner.has(source ?? '') && inner.has(target ?? '');
  });
  return [...new Set([...inner, ...lines.map((line) => line.id)])];
}

/** Shapes and edges of what is inside, on the plane it is drawn on: its own, or that of the sub-process. */
function drawnInside(document: ProcessDocument, id: ElementId): DocElement[] {
  const plane = planeOf(document, id)?.id ?? shapeOf(document, id)?.parent ?? '';
  return contentOf(document, id)
    .flatMap((inner) => [shapeOf(document, inner, plane), edgeOf(document, inner, plane)])
    .filter((di) => di !== undefined);
}

function moveContent(edit: Edit, id: ElementId, plane: ElementId): void {
  for (const di of drawnInside(edit.document, id)) edit.reparent(di.id, plane, 'planeElement');
  const from = shapeOf(edit.document, id)?.parent ?? '';
  if (from === plane) return;
  for (const inner of contentOf(edit.document, id))
    for (const di of [shapeOf(edit.document, inner, from), edgeOf(edit.document, inner, from)])
      if (di) edit.reparent(di.id, plane, 'planeElement');
}

function shiftContent(edit: Edit, id: ElementId, delta: Point): void {
  for (const di of drawnInside(edit.document, id)) {
    const bounds = diBounds(di);
    if (bounds)
      edit.value(di.id, 'bounds', boundsValue({ ...bounds, x: bounds.x + delta.x, y: bounds.y + delta.y }));
    const line = diWaypoints(di);
    if (line.length > 0)
      edit.value(
        di.id,
        'waypoint',
        waypointValues(line.map((p) => ({ x: p.x + delta.x, y: p.y + delta.y }))),
      );
    if (diLabelBounds(edit.document, di)) shiftLabel(edit, di, delta);
  }
}

/** Message flows and associations between the inside and the outside. */
function crossing(document: ProcessDocument, id: ElementId): DocElement[] {
  const inside = innerOf(document, id);
  return connectionsOf(document, inside).filter((line) => {
    const { source, target } = endsOf(document, line.id);
    return inside.has(source ?? '') !== inside.has(target ?? '');
  });
}

function hideLines(edit: Edit, id: ElementId): void {
  const lines = crossing(edit.document, id).flatMap((line) => edgeOf(edit.document, line.id)?.id ?? []);
  edit.remove(lines);
}

function showLines(edit: Edit, id: ElementId): void {
  const plane = shapeOf(edit.document, id)?.parent ?? '';
  for (const line of connectionsOf(edit.document, subtree(edit.document, id))) {
    const { source, target } = endsOf(edit.document, line.id);
    const ends = [source, target].map((end) => shapeOf(edit.document, end ?? '', plane));
    const points = routeBetween(edit.document, line.type, source, target);
    if (edgeOf(edit.document, line.id) || ends.includes(undefined) || !points) continue;
    addEdge(edit, plane, line.id, points);
  }
}

/** The sub-processes around a plane, outermost first: the way back for breadcrumbs. */
export function planeTrail(
  document: ProcessDocument,
  plane: ElementId,
): { plane: ElementId; element: ElementId }[] {
  const trail: { plane: ElementId; element: ElementId }[] = [];
  let at: ElementId | undefined = plane;
  while (at && !trail.some((step) => step.plane === at)) {
    const element: DocElement | undefined = get(document, get(document, at)?.refs.bpmnElement as string);
    if (!element) break;
    trail.unshift({ plane: at, element: element.id });
    at = isSubProcess(element.type) ? (shapeOf(document, element.id)?.parent ?? undefined) : undefined;
  }
  return trail;
}

/** Sub-processes with content that can be drilled into. */
export const hasContent = (document: ProcessDocument, id: ElementId): boolean =>
  childrenOf(document, id, 'flowElements').length > 0;
