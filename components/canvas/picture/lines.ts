import { DIFF_TOKEN } from '@/components/bpmn/geometry';
import type { DiagramEdge, Point } from '@/components/bpmn/types';
import { type Board, lineIsOn } from './board';

/** Draws the flows of a picture: upright and level parts as bars, which costs a fraction of a stroke. */
export function paintLines(
  board: Board,
  edges: readonly DiagramEdge[],
  selected: ReadonlySet<string>,
  tips: boolean,
) {
  const { pen, density } = board;
  for (const edge of edges) {
    if (!lineIsOn(board, edge.waypoints)) continue;
    if (selected.has(edge.id)) {
      pen.fillStyle = board.colour('var(--primary)');
      bars(board, edge.waypoints, 3 * density);
      continue;
    }
    const { kind, taken, diff, colours } = edge;
    pen.fillStyle = board.colour(
      diff && diff !== 'changed' ? `var(--${DIFF_TOKEN[diff]})` : (colours?.stroke ?? 'var(--ink)'),
    );
    pen.globalAlpha = taken === false ? 0.3 : kind === 'sequence' ? 0.75 : 0.45;
    bars(board, edge.waypoints, (taken || diff ? 2 : 1) * density);
    if (tips && kind === 'sequence') tip(board, edge.waypoints);
    pen.globalAlpha = 1;
  }
}

function bars({ pen, view }: Board, points: readonly Point[], thick: number): void {
  const half = thick / 2;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const [ax, ay] = [Math.round(a.x * view.zoom + view.x), Math.round(a.y * view.zoom + view.y)];
    const [bx, by] = [Math.round(b.x * view.zoom + view.x), Math.round(b.y * view.zoom + view.y)];
    if (ay === by) pen.fillRect(Math.min(ax, bx), Math.round(ay - half), Math.abs(bx - ax) + thick, thick);
    else if (ax === bx)
      pen.fillRect(Math.round(ax - half), Math.min(ay, by), thick, Math.abs(by - ay) + thick);
    else slanted(pen, ax, ay, bx, by, half);
  }
}

function slanted(
  pen: CanvasRenderingContext2D,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  half: number,
): void {
  const length = Math.hypot(bx - ax, by - ay);
  const [nx, ny] = [((by - ay) / length) * half, ((ax - bx) / length) * half];
  pen.beginPath();
  pen.moveTo(ax + nx, ay + ny);
  pen.lineTo(bx + nx, by + ny);
  pen.lineTo(bx - nx, by - ny);
  pen.lineTo(ax - nx, ay - ny);
  pen.fill();
}

/** The arrow head, a little larger than to scale. */
function tip({ pen, view, density }: Board, points: readonly Point[]): void {
  const [to, from] = [points.at(-1) as Point, points.at(-2) as Point];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return;
  const size = Math.max(4.5 * density, 11 * view.zoom);
  const [ux, uy] = [((to.x - from.x) / length) * size, ((to.y - from.y) / length) * size];
  const [x, y] = [to.x * view.zoom + view.x, to.y * view.zoom + view.y];
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - ux - uy * 0.45, y - uy + ux * 0.45);
  pen.lineTo(x - ux + uy * 0.45, y - uy - ux * 0.45);
  pen.fill();
}
