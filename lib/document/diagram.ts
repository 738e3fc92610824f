import { childrenOf, elementsOfType, get, referrersOf, resolve, valuesOf } from './selectors';
import type { DocElement, ElementId, InlineValue, ProcessDocument } from './types';

/** A point of the diagram, in diagram units (pixels at 100 %). */
export interface Point {
  x: number;
  y: number;
}

/** A rectangle of the diagram, in diagram units, origin at its top left. */
export interface Bounds extends Point {
  width: number;
  height: number;
}

/** The planes of all diagrams, in document order. */
export const planes = (document: ProcessDocument): readonly DocElement[] =>
  elementsOfType(document, 'bpmndi:BPMNPlane');

/** The plane that draws the contents of an element (a process, a collaboration, a collapsed sub-process). */
export function planeOf(document: ProcessDocument, elementId: ElementId): DocElement | undefined {
  return drawn(document, elementId, 'bpmndi:BPMNPlane')[0];
}

/** The first shape that draws an element; give the plane's id when it is drawn in several diagrams. */
export function shapeOf(document: ProcessDocument, elementId: ElementId, planeId?: ElementId) {
  return onPlane(drawn(document, elementId, 'bpmndi:BPMNShape'), planeId);
}

/** The first edge that draws a flow or association. */
export function edgeOf(document: ProcessDocument, elementId: ElementId, planeId?: ElementId) {
  return onPlane(drawn(document, elementId, 'bpmndi:BPMNEdge'), planeId);
}

/** The bounds of the shape that draws an element; undefined when it isn't drawn. */
export function boundsOf(document: ProcessDocument, elementId: ElementId, planeId?: ElementId) {
  return diBounds(shapeOf(document, elementId, planeId));
}

/** The way-points of the edge that draws a flow; empty when it isn't drawn. */
export function waypointsOf(document: ProcessDocument, elementId: ElementId, planeId?: ElementId): Point[] {
  return diWaypoints(edgeOf(document, elementId, planeId));
}

/** The label bounds a diagram gives for an element, by its shape or edge. */
export function labelBoundsOf(document: ProcessDocument, elementId: ElementId, planeId?: ElementId) {
  const di = shapeOf(document, elementId, planeId) ?? edgeOf(document, elementId, planeId);
  return di && diLabelBounds(document, di);
}

/** The bounds of a shape or label entry. */
export function diBounds(di: DocElement | undefined): Bounds | undefined {
  if (!di) return undefined;
  const known = boundsRead.get(di);
  if (known) return known;
  const value = valuesOf(di, 'bounds')[0];
  if (!value) return undefined;
  const bounds = { ...point(value), width: num(value.width), height: num(value.height) };
  boundsRead.set(di, bounds);
  return bounds;
}

/** Entries never change, so each is read once: drawing and editing ask for thousands of bounds at a time. */
const boundsRead = new WeakMap<DocElement, Readonly<Bounds>>();

/** The way-points of an edge entry. */
export function diWaypoints(di: DocElement | undefined): Point[] {
  return valuesOf(di, 'waypoint').map(point);
}

/** The label bounds of a shape or edge entry. */
export function diLabelBounds(document: ProcessDocument, di: DocElement): Bounds | undefined {
  return diBounds(childrenOf(document, di.id, 'label')[0]);
}

/** The model element a shape, edge or plane draws; undefined when the reference dangles. */
export const drawnElement = (document: ProcessDocument, di: DocElement | undefined) =>
  resolve(document, di, 'bpmnElement');

/** Whether any shape or edge exists at all: models without are laid out on import. */
export function hasDiagram(document: ProcessDocument): boolean {
  return planes(document).some((plane) => (get(document, plane.id)?.children.planeElement ?? []).length > 0);
}

function drawn(document: ProcessDocument, elementId: ElementId, type: string): DocElement[] {
  return referrersOf(document, elementId).filter(
    (di) => di.type === type && di.refs.bpmnElement === elementId,
  );
}

function onPlane(list: DocElement[], planeId: ElementId | undefined): DocElement | undefined {
  return planeId === undefined ? list[0] : list.find((di) => di.parent === planeId);
}

const point = (value: InlineValue): Point => ({ x: num(value.x), y: num(value.y) });
const num = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
