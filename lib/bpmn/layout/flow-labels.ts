import type { Bounds, Point } from '@/lib/document';
import { overlap } from './placement';
import type { Size } from './sizes';

type Line = readonly Point[];

/**
 * Where the name of a flow goes: beside its line, as near to the source as there is room, above a horizontal stretch,
 * right or left of a vertical one. Never on a stretch that it shares with another flow of the same source, as long as it
 * has one of its own: the reader couldn't tell whose name it is.
 * @param siblings the lines of the other flows of the source.
 * @param taken what the label must not cover.
 */
export function flowLabel(
  line: Line,
  size: Size,
  siblings: readonly Line[],
  taken: readonly Bounds[],
): Bounds {
  const others = siblings.flatMap(stretches);
  const own = stretches(line).flatMap((stretch) => ownPart(stretch, others));
  const places = [...own, ...stretches(line)].flatMap((stretch) => beside(stretch, size));
  const free = places.find((place) => !taken.some((other) => overlap(place, other)));
  return free ?? places[0] ?? { x: 0, y: 0, ...size };
}

interface Stretch {
  from: Point;
  to: Point;
}

const stretches = (line: Line): Stretch[] =>
  line.slice(1).map((to, index) => ({ from: line[index] ?? to, to }));

/** What is left of a stretch after the part that others run along; nothing when that is all of it. */
function ownPart({ from, to }: Stretch, others: readonly Stretch[]): Stretch[] {
  const along = from.y === to.y ? 'x' : 'y';
  const across = along === 'x' ? 'y' : 'x';
  const way = Math.sign(to[along] - from[along]);
  let start = from[along];
  for (const other of others) {
    if (other.from[across] !== from[across] || other.to[across] !== from[across]) continue;
    const reaches = [other.from[along], other.to[along]].sort((a, b) => way * (a - b));
    const [first = start, last = start] = reaches;
    if (way * (first - start) <= 0) start = way * (last - start) > 0 ? last : start;
  }
  return way * (to[along] - start) > 0 ? [{ from: { ...from, [along]: start }, to }] : [];
}

/** At the beginning and, where a stretch is long enough, at its end. */
function beside({ from, to }: Stretch, size: Size): Bounds[] {
  if (from.y !== to.y) {
    const down = to.y > from.y ? 1 : -1;
    const last = to.y - down * (size.height + 6);
    const heights = [from.y + down * 6, ...(down * (last - from.y) > size.height ? [last] : [])];
    const at = (x: number) => heights.map((y): Bounds => ({ x, y: down > 0 ? y : y - size.height, ...size }));
    return [...at(from.x + 6), ...at(from.x - 6 - size.width)];
  }
  const right = to.x > from.x ? 1 : -1;
  const above = from.y - size.height - 4;
  const at = (x: number): Bounds => ({ x: right > 0 ? x : x - size.width, y: above, ...size });
  const last = to.x - right * (size.width + 12);
  return [at(from.x + right * 6), ...(right * (last - from.x) > size.width ? [at(last)] : [])];
}
