import {
  type Bounds,
  boundsOf,
  childrenOf,
  diBounds,
  type ElementId,
  type Point,
  type ProcessDocument,
  resolve,
} from '@/lib/document';
import { drop, dropTargetOf, isRefused, move, onlyAlong, snapMove, withDependents } from '@/lib/editing';

/** Elements on their way, and where they began. */
export interface Drag {
  document: ProcessDocument;
  ids: ElementId[];
  grabbed: ElementId;
  /** The shapes that stay. */
  others: Bounds[];
  delta: Point;
  cancelled: boolean;
}

/** How a movement is measured. */
interface Measure {
  /** Keeps to the direction it goes further in. */
  straight: boolean;
  zoom: number;
  grid: number;
}

/** Takes hold of elements of a plane by one of them. */
export function beginDrag(
  document: ProcessDocument,
  plane: ElementId,
  ids: ElementId[],
  grabbed: ElementId,
): Drag {
  const others = stillShapes(document, plane, withDependents(document, ids));
  return { document, ids, grabbed, others, delta: { x: 0, y: 0 }, cancelled: false };
}

/**
 * What a movement comes to: how far it goes after snapping, the document as the drop would leave it, and what would
 * take the element or why nothing may.
 * @param start where the grabbed element stood
 */
export function dragStep(drag: Drag, start: Bounds, raw: Point, { straight, zoom, grid }: Measure) {
  const { document, ids, grabbed, others } = drag;
  const held = (delta: Point) =>
    straight ? onlyAlong(Math.abs(delta.x) >= Math.abs(delta.y) ? 'x' : 'y', delta) : delta;
  const by = held(raw);
  const snapped = snapMove({ ...start, x: start.x + by.x, y: start.y + by.y }, others, zoom, grid);
  const delta = held({ x: by.x + snapped.delta.x, y: by.y + snapped.delta.y });
  const moved = move(document, ids, delta);
  const target = ids.length === 1 ? dropTargetOf(document, grabbed, delta) : null;
  const dropped = target && isRefused(target) ? drop(document, ids, delta) : null;
  return {
    delta,
    guides: snapped.guides,
    preview: isRefused(moved) ? null : moved.document,
    target: target && !isRefused(target) ? target : null,
    refused: dropped && isRefused(dropped) ? dropped.refused : null,
  };
}

/**
 * Works out a drag that nobody makes. The browser compiles what it takes and the document's indexes are there, so that
 * the first movement of a hand isn't the slow one.
 */
export function rehearseDrag(document: ProcessDocument, plane: ElementId, grid: number): void {
  const shape = childrenOf(document, plane, 'planeElement').find(({ type }) => type === 'bpmndi:BPMNShape');
  const id = shape && resolve(document, shape, 'bpmnElement')?.id;
  const start = id === undefined ? undefined : boundsOf(document, id, plane);
  if (id === undefined || !start) return;
  dragStep(beginDrag(document, plane, [id], id), start, { x: 7, y: 3 }, { straight: false, zoom: 1, grid });
}

/** Shapes that something dragged can be aligned with. */
export function stillShapes(
  document: ProcessDocument,
  planeId: ElementId,
  moving: ReadonlySet<ElementId>,
): Bounds[] {
  return childrenOf(document, planeId, 'planeElement').flatMap((shape) => {
    const element = resolve(document, shape, 'bpmnElement');
    const wide = element && /Participant|Lane|Group|TextAnnotation/.test(element.type);
    return element && !wide && !moving.has(element.id) ? (diBounds(shape) ?? []) : [];
  });
}
