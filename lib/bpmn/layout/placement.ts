import type { Bounds, ElementId, Point } from '@/lib/document';

export interface PlacedShape {
  bounds: Bounds;
  label?: Bounds;
  isExpanded?: boolean;
  isHorizontal?: boolean;
}

export interface PlacedEdge {
  waypoints: Point[];
  label?: Bounds;
}

/** Where everything inside one container goes, relative to the container's own origin. */
export interface Placement {
  shapes: Map<ElementId, PlacedShape>;
  edges: Map<ElementId, PlacedEdge>;
  width: number;
  height: number;
}

export const emptyPlacement = (): Placement => ({ shapes: new Map(), edges: new Map(), width: 0, height: 0 });

/** Moves `inner` by an offset and adds it to `outer`. */
export function addPlacement(outer: Placement, inner: Placement, by: Point): void {
  for (const [id, shape] of inner.shapes) {
    outer.shapes.set(id, {
      ...shape,
      bounds: moved(shape.bounds, by),
      ...(shape.label && { label: moved(shape.label, by) }),
    });
  }
  for (const [id, edge] of inner.edges) {
    outer.edges.set(id, {
      waypoints: edge.waypoints.map((point) => moved(point, by)),
      ...(edge.label && { label: moved(edge.label, by) }),
    });
  }
}

export const moved = <P extends Point>(point: P, by: Point): P => ({
  ...point,
  x: point.x + by.x,
  y: point.y + by.y,
});

export const centreOf = (b: Bounds): Point => ({ x: b.x + b.width / 2, y: b.y + b.height / 2 });

/** Whether two rectangles have area in common. */
export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** A label of a size centred below a shape. */
export function labelBelow(bounds: Bounds, size: { width: number; height: number }): Bounds {
  return { x: bounds.x + bounds.width / 2 - size.width / 2, y: bounds.y + bounds.height + 5, ...size };
}

/** A label left of a boundary event, where no line leaves it. */
export function labelLeft(bounds: Bounds, size: { width: number; height: number }): Bounds {
  return { x: bounds.x - size.width - 2, y: bounds.y + bounds.height - 6, ...size };
}

/** The right and bottom of everything placed, labels and lines included. */
export function extent(placement: Placement): { width: number; height: number } {
  let [width, height] = [0, 0];
  const include = (x: number, y: number) => {
    width = Math.max(width, x);
    height = Math.max(height, y);
  };
  for (const { bounds, label } of placement.shapes.values()) {
    for (const b of label ? [bounds, label] : [bounds]) include(b.x + b.width, b.y + b.height);
  }
  for (const { waypoints, label } of placement.edges.values()) {
    for (const point of waypoints) include(point.x, point.y);
    if (label) include(label.x + label.width, label.y + label.height);
  }
  return { width, height };
}
