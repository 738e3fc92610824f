import type { DiagramNode } from '@/components/bpmn/types';
import type { FlowLine } from './types';

/** Below this drawing everything is faster than finding out what is seen. */
const MANY = 400;
/** How far a line may leave the box of its ends, in diagram pixels; nobody misses that little at a border. */
const MARGIN = 40;

/**
 * Whether only what is in view is drawn. React Flow decides by the box around a line's two ends, so a line with bends
 * far outside it would vanish while its bends are in view: with such a line everything is drawn.
 */
export function drawsOnlyVisible(nodes: readonly DiagramNode[], lines: readonly FlowLine[]): boolean {
  if (nodes.length <= MANY) return false;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return lines.every(({ source, target, data }) => {
    const ends = [byId.get(source), byId.get(target)].filter((node) => node !== undefined);
    const left = Math.min(...ends.map((node) => node.x)) - MARGIN;
    const top = Math.min(...ends.map((node) => node.y)) - MARGIN;
    const right = Math.max(...ends.map((node) => node.x + node.spec.width)) + MARGIN;
    const bottom = Math.max(...ends.map((node) => node.y + node.spec.height)) + MARGIN;
    return (data?.edge.waypoints ?? []).every(
      ({ x, y }) => x >= left && x <= right && y >= top && y <= bottom,
    );
  });
}
