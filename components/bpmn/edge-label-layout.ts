import { type LabelLayout, MOST_LINES } from './label-layout';
import { linesWithin, textWidth, wrapLabel } from './text';
import type { DiagramEdge, Point } from './types';

const FONT = 11.5;
const LINE = 14;
/** Distance of a label from its line. */
const CLEAR = 9;

const STYLE = {
  fontSize: FONT,
  lineHeight: LINE,
  weight: 400,
  outside: true,
  turned: false,
  muted: true,
} as const;

/** Beside the first segment, the end where the decision is taken; above a horizontal line, right of a vertical one. */
function besideSource(label: string, waypoints: readonly Point[]): LabelLayout {
  const [a, b] = [waypoints[0], waypoints[1]] as [Point, Point];
  const horizontal = Math.abs(b.x - a.x) >= Math.abs(b.y - a.y);
  const lines = wrapLabel(label, horizontal ? 110 : 90, FONT, 3);
  if (!horizontal) {
    const y = a.y + Math.sign(b.y - a.y) * Math.min(24, Math.abs(b.y - a.y) / 2) + 4;
    return { ...STYLE, lines, x: a.x + CLEAR, y, anchor: 'start' };
  }
  const half = Math.max(...lines.map((l) => textWidth(l, FONT))) / 2;
  const x = a.x + Math.sign(b.x - a.x) * Math.min(half + CLEAR, Math.abs(b.x - a.x) / 2);
  return { ...STYLE, lines, x, y: a.y - CLEAR + 4 - (lines.length - 1) * LINE, anchor: 'middle' };
}

/** The layout of a flow's label, in diagram coordinates. */
export function edgeLabelLayout(edge: DiagramEdge): LabelLayout | undefined {
  if (!edge.label?.trim() || edge.waypoints.length < 2) return undefined;
  const bounds = edge.labelBounds;
  if (!bounds) return besideSource(edge.label, edge.waypoints);
  const lines = linesWithin(edge.label, bounds, FONT, MOST_LINES);
  return { ...STYLE, lines, x: bounds.x + bounds.width / 2, y: bounds.y + 11, anchor: 'middle' };
}
