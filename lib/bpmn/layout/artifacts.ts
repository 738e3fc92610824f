import { type Bounds, type DocElement, type ElementId, nameOf, type ProcessDocument } from '@/lib/document';
import type { Contents, Link } from './contents';
import { centreOf, labelBelow, moved, type Placement } from './placement';
import { labelSize, SIZES, type Size } from './sizes';

const GAP = 40;

/**
 * Places notes in a row above the flow and data in a row below it, each near what it belongs to, and draws
 * the lines that the flow's layout didn't.
 */
export function addArtifacts(document: ProcessDocument, placement: Placement, contents: Contents): void {
  const [notes, data] = [contents.artifacts.filter(isNote), contents.artifacts.filter((a) => !isNote(a))];
  if (notes.length > 0) {
    const sizes = new Map(notes.map((note) => [note.id, noteSize(note)]));
    const height = Math.max(...[...sizes.values()].map((size) => size.height));
    shiftDown(placement, height + GAP);
    placeRow(document, placement, notes, contents.loose, (size) => height - size.height, sizes);
  }
  if (data.length > 0) {
    const below =
      Math.max(0, ...[...placement.shapes.values()].map(({ bounds }) => bounds.y + bounds.height)) + GAP;
    const sizes = new Map(data.map((item) => [item.id, dataSize(item)]));
    placeRow(document, placement, data, contents.loose, () => below + GAP / 2, sizes);
  }
  for (const link of contents.loose) drawLoose(placement, link);
}

/** A straight line between the borders of two placed shapes; nothing when one isn't placed. */
export function drawLoose(placement: Placement, { id, source, target }: Link): void {
  const [from, to] = [endOf(placement, source), endOf(placement, target)];
  if (!from || !to || placement.edges.has(id)) return;
  const below = from.y + from.height <= to.y;
  const level = (b: Bounds, bottom: boolean) => ({ x: centreOf(b).x, y: bottom ? b.y + b.height : b.y });
  placement.edges.set(id, { waypoints: [level(from, below), level(to, !below)] });
}

/** A shape, or the middle of a line: notes may speak about a flow. */
function endOf(placement: Placement, id: ElementId): Bounds | undefined {
  const shape = placement.shapes.get(id);
  if (shape) return shape.bounds;
  const line = placement.edges.get(id)?.waypoints ?? [];
  const [a, b] = [line[Math.floor((line.length - 1) / 2)], line[Math.ceil((line.length - 1) / 2)]];
  return a && b && { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, width: 0, height: 0 };
}

function placeRow(
  document: ProcessDocument,
  placement: Placement,
  row: readonly DocElement[],
  links: readonly Link[],
  y: (size: Size) => number,
  sizes: ReadonlyMap<ElementId, Size>,
): void {
  const wanted = row.map((element) => ({ element, x: neighbourX(placement, element.id, links) }));
  wanted.sort((a, b) => a.x - b.x);
  let free = 0;
  for (const { element, x } of wanted) {
    const size = sizes.get(element.id) ?? SIZES.annotation;
    const label = isNote(element) ? undefined : labelSize(document, element.id);
    const reach = Math.max(size.width, label?.width ?? 0);
    const left = Math.max(free, x - reach / 2);
    const bounds = { x: Math.round(left + (reach - size.width) / 2), y: y(size), ...size };
    placement.shapes.set(element.id, { bounds, ...(label && { label: labelBelow(bounds, label) }) });
    free = left + reach + GAP / 2;
  }
}

function neighbourX(placement: Placement, id: ElementId, links: readonly Link[]): number {
  const ends = links.flatMap((link) =>
    link.source === id ? [link.target] : link.target === id ? [link.source] : [],
  );
  const shape = ends.map((end) => placement.shapes.get(end)).find(Boolean);
  return shape ? centreOf(shape.bounds).x : 0;
}

function shiftDown(placement: Placement, y: number): void {
  const by = { x: 0, y };
  for (const [id, shape] of placement.shapes) {
    const label = shape.label && moved(shape.label, by);
    placement.shapes.set(id, { ...shape, bounds: moved(shape.bounds, by), ...(label && { label }) });
  }
  for (const [id, edge] of placement.edges) {
    const label = edge.label && moved(edge.label, by);
    const waypoints = edge.waypoints.map((point) => moved(point, by));
    placement.edges.set(id, { waypoints, ...(label && { label }) });
  }
}

const isNote = (element: DocElement): boolean => element.type === 'bpmn:TextAnnotation';

function noteSize(element: DocElement): Size {
  const text = String(element.attrs.text ?? nameOf(element));
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 24)), 0);
  return lines <= 2 ? SIZES.annotation : { width: 160, height: 12 + lines * 14 };
}

function dataSize(element: DocElement): Size {
  return element.type === 'bpmn:DataStoreReference' ? SIZES.dataStore : SIZES.dataObject;
}
