import type { ThreadAnswer } from '@/lib/comments/answer';
import { boundsOf, edgeOf, type Point, type ProcessDocument, waypointsOf } from '@/lib/document';

/** A place of a plane with what is said there. */
export interface Pin {
  key: string;
  /** In diagram units: the upper right corner of an element, the middle of a flow, or where a note lies. */
  at: Point;
  /** A sticky note: nothing is drawn there. */
  note: boolean;
  /** Newest first; an element's share one pin. */
  threads: readonly ThreadAnswer[];
}

/** The pins of a plane; of conversations about what is drawn elsewhere, or no more, there are none. */
export function pinsOf(
  document: ProcessDocument,
  plane: string,
  conversations: readonly ThreadAnswer[],
): Pin[] {
  const pins = new Map<string, Pin & { threads: ThreadAnswer[] }>();
  for (const thread of conversations) {
    const { elementId, point } = thread;
    const at = elementId === null ? notePlace(point, plane) : elementPlace(document, plane, elementId);
    if (!at) continue;
    const key = elementId === null ? `note ${thread.threadId}` : `element ${elementId}`;
    const known = pins.get(key);
    if (known) known.threads.push(thread);
    else pins.set(key, { key, at, note: elementId === null, threads: [thread] });
  }
  return [...pins.values()];
}

const notePlace = (point: ThreadAnswer['point'], plane: string): Point | undefined =>
  point?.planeId === plane ? { x: point.x, y: point.y } : undefined;

/** Where an element is pinned on a plane; undefined where it isn't drawn there. */
export function elementPlace(document: ProcessDocument, plane: string, id: string): Point | undefined {
  const bounds = boundsOf(document, id, plane);
  if (bounds) return { x: bounds.x + bounds.width, y: bounds.y };
  if (edgeOf(document, id)?.parent !== plane) return undefined;
  return middleOf(waypointsOf(document, id));
}

/** Half-way along a line. */
function middleOf(points: readonly Point[]): Point | undefined {
  const lengths = points.slice(1).map((to, i) => {
    const from = points[i] as Point;
    return Math.hypot(to.x - from.x, to.y - from.y);
  });
  let left = lengths.reduce((sum, each) => sum + each, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [points[i] as Point, points[i + 1] as Point];
    if (left <= length) {
      const part = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return points[0];
}

/** Diagram units that the window is rounded outward to, so that panning draws pins anew only now and then. */
const CELL = 400;

/**
 * What is in view, in whole cells: `left top right bottom` in diagram units.
 * @param transform how the diagram is moved, in pixels, and its zoom
 */
export function cellsInView(
  [x, y, zoom]: readonly [number, number, number],
  width: number,
  height: number,
): string {
  const out = (pixels: number, round: (value: number) => number) => round(pixels / zoom / CELL) * CELL;
  return [
    out(-x, Math.floor) - CELL,
    out(-y, Math.floor) - CELL,
    out(width - x, Math.ceil) + CELL,
    out(height - y, Math.ceil) + CELL,
  ].join(' ');
}

/** The pins within cells. */
export function pinsIn(pins: readonly Pin[], cells: string): Pin[] {
  const [left = 0, top = 0, right = 0, bottom = 0] = cells.split(' ').map(Number);
  return pins.filter(({ at }) => at.x >= left && at.x <= right && at.y >= top && at.y <= bottom);
}
