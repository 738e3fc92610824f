import type { Bounds, ElementId, Point } from '@/lib/document';
import { centreOf, overlap, type Placement } from './placement';
import { crosses } from './route';

const CLEAR = 5;
/** From a line out of a corner to a name beside it, in px. */
const BESIDE = 9;

/** Moves the names of gateways that a line runs through to where there is room. */
export function clearNames(placement: Placement, isGateway: (id: ElementId) => boolean): void {
  const lines = [...placement.edges.values()].map(({ waypoints }) => waypoints);
  for (const [id, shape] of placement.shapes) {
    const { label } = shape;
    if (!label || !isGateway(id) || !lines.some((line) => runsThrough(line, label))) continue;
    const place = placeOfName(placement, id, lines);
    if (place) placement.shapes.set(id, { ...shape, label: place });
  }
}

/**
 * Where the name of a gateway has room: below it, above it, or beside its corners; undefined when lines and other
 * elements leave none.
 * @param lines everything that is drawn as a line
 */
export function placeOfName(
  placement: Placement,
  node: ElementId,
  lines: readonly (readonly Point[])[],
): Bounds | undefined {
  const shape = placement.shapes.get(node);
  if (!shape?.label) return undefined;
  const others = [...placement.shapes].flatMap(([id, { bounds, label, isExpanded, isHorizontal }]) =>
    id === node ? [] : [...(isExpanded || isHorizontal ? [] : [bounds]), ...(label ? [label] : [])],
  );
  return placesAround(shape.bounds, shape.label).find(
    (place) => !others.some((box) => overlap(box, place)) && !lines.some((line) => runsThrough(line, place)),
  );
}

function placesAround({ x, y, width, height }: Bounds, size: Bounds): Bounds[] {
  const middle = centreOf({ x, y, width, height }).x;
  const [above, below] = [y - CLEAR - size.height, y + height + CLEAR];
  const [left, right] = [middle - BESIDE - size.width, middle + BESIDE];
  // Beside a corner a name may begin level with the slanted side.
  const [upper, lower] = [y - size.height + CLEAR, y + height - CLEAR];
  const at = (px: number, py: number): Bounds => ({ ...size, x: px, y: py });
  return [
    at(middle - size.width / 2, below),
    at(middle - size.width / 2, above),
    at(left, lower),
    at(left, upper),
    at(right, upper),
    at(right, lower),
  ];
}

const runsThrough = (line: readonly Point[], box: Bounds): boolean =>
  line.some((point, i) => i > 0 && crosses(line[i - 1] ?? point, point, box));
