import { edgeLabelLayout } from './edge-label-layout';
import { type LabelLayout, labelLayout } from './label-layout';
import { textWidth } from './text';
import type { Bounds, DiagramEdge, DiagramNode } from './types';

/** The label bounds of a node relative to its top left, as symbols want them. */
export function relativeLabelBounds(node: DiagramNode): Bounds | undefined {
  const label = node.labelBounds;
  return label && { ...label, x: label.x - node.x, y: label.y - node.y };
}

function labelBox(layout: LabelLayout, dx: number, dy: number): Bounds {
  const width = Math.max(0, ...layout.lines.map((line) => textWidth(line, layout.fontSize)));
  const x = layout.anchor === 'middle' ? layout.x - width / 2 : layout.x;
  const height = layout.lines.length * layout.lineHeight;
  return { x: x + dx, y: layout.y - layout.fontSize + dy, width, height };
}

/** The smallest box around boxes; `{0,0,0,0}` around nothing. */
export function union(boxes: readonly Bounds[]): Bounds {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Everything these elements draw, labels beside shapes and flows included, in diagram pixels.
 * Rings and badges need up to 12 px more.
 */
export function boundsOf(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): Bounds {
  const boxes: Bounds[] = [];
  for (const node of nodes) {
    const { width, height } = node.spec;
    boxes.push({ x: node.x, y: node.y, width, height });
    const layout = labelLayout(node.spec, node.label ?? node.spec.label, relativeLabelBounds(node));
    if (layout?.outside) boxes.push(labelBox(layout, node.x, node.y));
  }
  for (const edge of edges) {
    for (const p of edge.waypoints) boxes.push({ ...p, width: 0, height: 0 });
    const layout = edgeLabelLayout(edge);
    if (layout) boxes.push(labelBox(layout, 0, 0));
  }
  return union(boxes);
}
