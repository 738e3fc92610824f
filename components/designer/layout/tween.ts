import {
  type DocElement,
  diBounds,
  diWaypoints,
  type ElementId,
  edgeOf,
  type InlineValue,
  type Point,
  type ProcessDocument,
  shapeOf,
} from '@/lib/document';

/** Frames of a movement: the document at a share of the way, 0 to 1. */
export type Tween = (share: number) => ProcessDocument;

/**
 * The way from one drawing to another of the same elements, for showing it: shapes go straight, lines bend into
 * their new course. What only one of them draws stays as the first one draws it.
 */
export function tween(before: ProcessDocument, after: ProcessDocument): Tween {
  const moves = Object.values(before.elements).flatMap((di) => moveOf(after, di) ?? []);
  return (share) => {
    const elements = { ...before.elements };
    for (const { di, at } of moves) elements[di.id] = { ...di, values: { ...di.values, ...at(share) } };
    return { ...before, elements };
  };
}

/** How many shapes and lines move; a page can show some hundreds smoothly. */
export const movesBetween = (before: ProcessDocument, after: ProcessDocument): number =>
  Object.values(before.elements).filter((di) => moveOf(after, di)).length;

interface Move {
  di: DocElement;
  at: (share: number) => Record<string, InlineValue | InlineValue[]>;
}

function moveOf(after: ProcessDocument, di: DocElement): Move | undefined {
  const element = di.refs.bpmnElement as ElementId | undefined;
  if (!element) return undefined;
  if (di.type === 'bpmndi:BPMNShape') return shapeMove(di, diBounds(shapeOf(after, element)));
  return di.type === 'bpmndi:BPMNEdge' ? edgeMove(di, diWaypoints(edgeOf(after, element))) : undefined;
}

function shapeMove(di: DocElement, to: ReturnType<typeof diBounds>): Move | undefined {
  const from = diBounds(di);
  if (!from || !to || sameBox(from, to)) return undefined;
  return {
    di,
    at: (share) => ({
      bounds: {
        $type: 'dc:Bounds',
        x: mix(from.x, to.x, share),
        y: mix(from.y, to.y, share),
        width: mix(from.width, to.width, share),
        height: mix(from.height, to.height, share),
      },
    }),
  };
}

function edgeMove(di: DocElement, to: readonly Point[]): Move | undefined {
  const from = diWaypoints(di);
  if (from.length < 2 || to.length < 2 || samePoints(from, to)) return undefined;
  const count = Math.max(from.length, to.length);
  const [a, b] = [withPoints(from, count), withPoints(to, count)];
  return {
    di,
    at: (share) => ({
      waypoint: a.map((p, i) => ({
        $type: 'dc:Point',
        x: mix(p.x, b[i]?.x ?? p.x, share),
        y: mix(p.y, b[i]?.y ?? p.y, share),
      })),
    }),
  };
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** A line with more points and the same course: the last one again, as often as needed. */
const withPoints = (points: readonly Point[], count: number): Point[] =>
  Array.from({ length: count }, (_, i) => points[Math.min(i, points.length - 1)] as Point);

const sameBox = (a: Point & { width: number; height: number }, b: typeof a): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const samePoints = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length && a.every((p, i) => p.x === b[i]?.x && p.y === b[i]?.y);
