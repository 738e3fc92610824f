import { BAND } from '@/components/bpmn/geometry';
import { isContainer } from '@/components/bpmn/layers';
import type { DiagramEdge, DiagramNode, DiagramView, Point } from '@/components/bpmn/types';
import { distanceToLine } from '@/lib/editing/geometry';

/**
 * What is under the pointer where elements are drawn as a picture: the smallest step, event or note at the point,
 * else a flow, else the border or the name of a container.
 * @param reach how near is near enough, in diagram pixels.
 */
export function hitAt(view: DiagramView, at: Point, reach: number): string | undefined {
  return (
    shapeAt(view.nodes, at, reach)?.id ??
    lineAt(view.edges, at, reach)?.id ??
    frameAt(view.nodes, at, reach)?.id
  );
}

const near = ({ x, y, spec }: DiagramNode, at: Point, by: number): boolean =>
  at.x >= x - by && at.x <= x + spec.width + by && at.y >= y - by && at.y <= y + spec.height + by;

const area = ({ spec }: DiagramNode): number => spec.width * spec.height;

function shapeAt(nodes: readonly DiagramNode[], at: Point, reach: number): DiagramNode | undefined {
  let best: DiagramNode | undefined;
  for (const node of nodes) {
    // Small things are hit a little beside them too, as with the wide handles of flows.
    if (!near(node, at, Math.min(reach, 8)) || isContainer(node)) continue;
    if (!best || area(node) <= area(best)) best = node;
  }
  return best;
}

function lineAt(edges: readonly DiagramEdge[], at: Point, reach: number): DiagramEdge | undefined {
  let best: { edge: DiagramEdge; distance: number } | undefined;
  for (const edge of edges) {
    if (!boxNear(edge, at, reach)) continue;
    const distance = distanceToLine(at, edge.waypoints);
    if (distance <= reach && (!best || distance < best.distance)) best = { edge, distance };
  }
  return best?.edge;
}

function boxNear({ waypoints }: DiagramEdge, { x, y }: Point, reach: number): boolean {
  let [left, right, above, below] = [true, true, true, true];
  for (const p of waypoints) {
    left &&= p.x < x - reach;
    right &&= p.x > x + reach;
    above &&= p.y < y - reach;
    below &&= p.y > y + reach;
  }
  return !(left || right || above || below);
}

function frameAt(nodes: readonly DiagramNode[], at: Point, reach: number): DiagramNode | undefined {
  let best: DiagramNode | undefined;
  for (const node of nodes) {
    if (!isContainer(node) || !near(node, at, reach) || !(onBorder(node, at, reach) || onName(node, at)))
      continue;
    if (!best || area(node) <= area(best)) best = node;
  }
  return best;
}

const onBorder = (node: DiagramNode, at: Point, reach: number): boolean => !near(node, at, -reach);

function onName({ x, y, spec }: DiagramNode, at: Point): boolean {
  if (spec.shape === 'group') return false;
  const upright = spec.shape === 'subprocess' || spec.shape === 'callActivity' || spec.horizontal === false;
  return upright ? at.y - y <= BAND : at.x - x <= BAND;
}
