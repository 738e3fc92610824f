import {
  attachedTo,
  type Bounds,
  boundsOf,
  type DocElement,
  diBounds,
  type ElementId,
  edgeOf,
  get,
  type InlineValue,
  newElement,
  newId,
  type Point,
  type ProcessDocument,
  planes,
  ref,
  shapeOf,
  waypointsOf,
} from '@/lib/document';
import type { Edit } from './edit';
import { bottom, centre, right } from './geometry';
import { type Dock, type Outline, route, type Side, straightRoute } from './router';

export const CONNECTIONS: ReadonlySet<string> = new Set([
  'bpmn:SequenceFlow',
  'bpmn:MessageFlow',
  'bpmn:Association',
  'bpmn:DataInputAssociation',
  'bpmn:DataOutputAssociation',
]);

/** Whether an entry is a line between two others. */
export const isConnection = (element: DocElement | undefined): boolean =>
  element !== undefined && CONNECTIONS.has(element.type);

export const boundsValue = (b: Bounds): InlineValue => ({
  $type: 'dc:Bounds',
  x: b.x,
  y: b.y,
  width: b.width,
  height: b.height,
});

export const waypointValues = (points: readonly Point[]): InlineValue[] =>
  points.map(({ x, y }) => ({ $type: 'dc:Point', x: tidy(x), y: tidy(y) }));

const tidy = (value: number): number => Math.round(value * 100) / 100;

/** The plane an element is drawn on, or the first plane of the document. */
export function planeFor(document: ProcessDocument, elementId?: ElementId): DocElement | undefined {
  const di = elementId && (shapeOf(document, elementId) ?? edgeOf(document, elementId));
  return (di && get(document, di.parent)) || planes(document)[0];
}

/** Draws an element as a shape on a plane. */
export function addShape(
  edit: Edit,
  plane: ElementId,
  element: ElementId,
  bounds: Bounds,
  attrs = {},
): DocElement {
  const id = freeId(edit.document, `${element}_di`);
  return edit.add(
    newElement('bpmndi:BPMNShape', id, plane, 'planeElement', {
      attrs,
      refs: { bpmnElement: element },
      values: { bounds: boundsValue(bounds) },
    }),
  );
}

/** Draws a connection as an edge on a plane. */
export function addEdge(
  edit: Edit,
  plane: ElementId,
  element: ElementId,
  points: readonly Point[],
): DocElement {
  const id = freeId(edit.document, `${element}_di`);
  return edit.add(
    newElement('bpmndi:BPMNEdge', id, plane, 'planeElement', {
      refs: { bpmnElement: element },
      values: { waypoint: waypointValues(points) },
    }),
  );
}

const freeId = (document: ProcessDocument, wanted: string): string =>
  Object.hasOwn(document.elements, wanted) ? newId(wanted, document) : wanted;

/** The shape of an element as edited so far. */
export const shapeIn = (edit: Edit, element: ElementId): DocElement | undefined =>
  shapeOf(edit.document, element);

/** The edge of a connection as edited so far. */
export const edgeIn = (edit: Edit, element: ElementId): DocElement | undefined =>
  edgeOf(edit.document, element);

/** Moves or resizes the shape of an element; its label keeps its distance from the shape's centre. */
export function setBounds(edit: Edit, element: ElementId, bounds: Bounds): void {
  const shape = shapeIn(edit, element);
  const before = diBounds(shape);
  if (!shape || !before) return;
  edit.value(shape.id, 'bounds', boundsValue(bounds));
  const [a, b] = [centre(before), centre(bounds)];
  shiftLabel(edit, shape, { x: b.x - a.x, y: b.y - a.y });
}

/** Moves the label of a shape or edge by a distance, when it has a place of its own. */
export function shiftLabel(edit: Edit, di: DocElement, delta: Point): void {
  if (delta.x === 0 && delta.y === 0) return;
  for (const label of labelsIn(edit, di)) {
    const bounds = diBounds(label);
    if (bounds)
      edit.value(
        label.id,
        'bounds',
        boundsValue({ ...bounds, x: bounds.x + delta.x, y: bounds.y + delta.y }),
      );
  }
}

/** Sets the way-points of a connection; without `keepLabel` a placed label goes back to its default place. */
export function setWaypointsOf(
  edit: Edit,
  element: ElementId,
  points: readonly Point[],
  keepLabel = false,
): void {
  const edge = edgeIn(edit, element);
  if (!edge || points.length < 2) return;
  if (!keepLabel) dropLabel(edit, edge);
  edit.value(edge.id, 'waypoint', waypointValues(points));
}

/** Takes away a label's own place, so that it stands where labels stand by default. */
export function dropLabel(edit: Edit, di: DocElement): void {
  for (const label of labelsIn(edit, di)) edit.value(label.id, 'bounds', undefined);
}

const labelsIn = (edit: Edit, di: DocElement): DocElement[] =>
  (di.children.label ?? []).flatMap((id) => edit.get(id) ?? []);

export function outlineOf(type: string): Outline {
  if (type.endsWith('Event')) return 'circle';
  return type.endsWith('Gateway') ? 'diamond' : 'box';
}

/** Where an edge can dock at an element: a shape, or the middle of another edge. */
export function dockOf(document: ProcessDocument, id: ElementId | undefined): Dock | undefined {
  const element = get(document, id);
  if (!element) return undefined;
  const bounds = boundsOf(document, element.id);
  if (!bounds) return edgeDock(document, element.id);
  const only = element.type === 'bpmn:BoundaryEvent' ? attachedSide(document, element.id, bounds) : undefined;
  const wide = element.type === 'bpmn:Participant' ? { wide: true as const } : {};
  return { bounds, outline: outlineOf(element.type), ...(only ? { only } : {}), ...wide };
}

function edgeDock(document: ProcessDocument, id: ElementId): Dock | undefined {
  const points = waypointsOf(document, id);
  const half = Math.ceil(points.length / 2);
  const [a, b] = [points[half - 1], points[half]];
  if (!a || !b) return undefined;
  return { bounds: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, width: 0.1, height: 0.1 }, outline: 'box' };
}

/** The side of the host that a boundary event sits on. */
function attachedSide(document: ProcessDocument, id: ElementId, event: Bounds): Side | undefined {
  const host = attachedTo(document, id);
  const bounds = host && boundsOf(document, host.id);
  return bounds && nearestSide(bounds, centre(event));
}

/** The side of a rectangle nearest to a point; top and bottom win at the corners. */
export function nearestSide(b: Bounds, p: Point): Side {
  const distance: [Side, number][] = [
    ['bottom', Math.abs(p.y - bottom(b))],
    ['top', Math.abs(p.y - b.y)],
    ['right', Math.abs(p.x - right(b))],
    ['left', Math.abs(p.x - b.x)],
  ];
  return distance.reduce((best, next) => (next[1] < best[1] ? next : best))[0];
}

/** The ends of a connection by its own references. */
export function endsOf(document: ProcessDocument, id: ElementId): { source?: ElementId; target?: ElementId } {
  const element = get(document, id);
  const source = element?.type === 'bpmn:DataOutputAssociation' ? element.parent : ref(element, 'sourceRef');
  const target = element?.type === 'bpmn:DataInputAssociation' ? element.parent : ref(element, 'targetRef');
  return { source: source ?? undefined, target: target ?? undefined };
}

/** The route the router gives a connection between the places of its ends; undefined when an end isn't drawn. */
export function routeOf(document: ProcessDocument, id: ElementId): Point[] | undefined {
  const element = get(document, id);
  const { source, target } = endsOf(document, id);
  return element && routeBetween(document, element.type, source, target);
}

/** The route a connection of a type would take between two elements. */
export function routeBetween(
  document: ProcessDocument,
  type: string,
  source: ElementId | undefined,
  target: ElementId | undefined,
): Point[] | undefined {
  const [a, b] = [dockOf(document, source), dockOf(document, target)];
  if (!a || !b) return undefined;
  if (type === 'bpmn:SequenceFlow') return route(a, b);
  if (type === 'bpmn:MessageFlow') return route(a, b, true);
  return straightRoute(a, b);
}

/** Gives the label of an element a place of its own; false when the element isn't drawn. */
export function labelPlace(edit: Edit, element: ElementId, bounds: Bounds): boolean {
  const di = shapeIn(edit, element) ?? edgeIn(edit, element);
  if (!di) return false;
  const label = labelsIn(edit, di)[0];
  if (label) edit.value(label.id, 'bounds', boundsValue(bounds));
  else
    edit.add(
      newElement('bpmndi:BPMNLabel', freeId(edit.document, `${element}_label`), di.id, 'label', {
        values: { bounds: boundsValue(bounds) },
        implicitId: true,
      }),
    );
  return true;
}
