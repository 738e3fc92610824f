import type { DiagramNode, SymbolSpec } from './types';

const CONTAINERS = { pool: 0, lane: 1, group: 2 } as const;

/** Whether an element is drawn behind the flows because others lie on it. */
export const isContainer = (node: DiagramNode): boolean => isGround(node.spec);

/** The same, of its symbol alone. */
export function isGround({ shape, expanded }: SymbolSpec): boolean {
  return shape in CONTAINERS || ((shape === 'subprocess' || shape === 'callActivity') && expanded === true);
}

function rank(node: DiagramNode): number {
  const { shape, position } = node.spec;
  if (shape in CONTAINERS) return CONTAINERS[shape as keyof typeof CONTAINERS];
  return position === 'boundary' ? 4 : 3;
}

/** Painting order: pools, lanes, groups, activities (larger first), boundary events on top of their hosts. */
export function paintOrder(nodes: readonly DiagramNode[]): DiagramNode[] {
  const area = (n: DiagramNode) => n.spec.width * n.spec.height;
  return [...nodes].sort((a, b) => rank(a) - rank(b) || area(b) - area(a));
}
