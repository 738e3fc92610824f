import { Position } from 'reactflow';
import { isContainer } from '@/components/bpmn/layers';
import type { DiagramEdge, DiagramNode } from '@/components/bpmn/types';
import type { FlowLine, FlowNode, Marked } from './types';

const SHAPE_LAYER: Record<string, number> = { pool: 0, lane: 1, group: 2, subprocess: 3, callActivity: 3 };
/** Flows lie above containers and below everything else. */
const FLOW_LAYER = 100;

interface NodeLook {
  selected: boolean;
  draggable: boolean;
  problems?: Marked;
  /** How many containers it lies in. */
  depth: number;
  /** There to be pointed at only: the picture below shows it. */
  bare: boolean;
}

const nodeCache = new WeakMap<DiagramNode, { look: NodeLook; flow: FlowNode }>();
const edgeCache = new WeakMap<DiagramEdge, { look: LineLook; flow: FlowLine }>();

interface LineLook {
  selected: boolean;
  editable: boolean;
  bare: boolean;
}

const sameLook = (a: NodeLook, b: NodeLook): boolean =>
  a.selected === b.selected &&
  a.draggable === b.draggable &&
  a.problems === b.problems &&
  a.depth === b.depth &&
  a.bare === b.bare;

/** The React Flow node of a diagram node; the same object as long as nothing about it changed. */
export function flowNode(node: DiagramNode, look: NodeLook): FlowNode {
  const known = nodeCache.get(node);
  if (known && sameLook(known.look, look)) return known.flow;
  const { width, height } = node.spec;
  const container = isContainer(node);
  const flow: FlowNode = {
    id: node.id,
    type: 'element',
    position: { x: node.x, y: node.y },
    width,
    height,
    measured: { width, height },
    handles: HANDLES.map((handle) => ({ ...handle, x: width / 2, y: height / 2, width: 1, height: 1 })),
    data: { node, problems: look.problems, bare: look.bare },
    selected: look.selected,
    draggable: look.draggable,
    connectable: false,
    zIndex: container ? (SHAPE_LAYER[node.spec.shape] ?? 0) + look.depth * 4 : layerOf(node),
    // A container's inside belongs to what lies in it: only its border and name take the pointer.
    style: container ? { pointerEvents: 'none' } : undefined,
    className: container ? 'is-container' : undefined,
  };
  nodeCache.set(node, { look, flow });
  return flow;
}

const layerOf = (node: DiagramNode): number => FLOW_LAYER + (node.spec.position === 'boundary' ? 20 : 10);

const HANDLES = [
  { type: 'source' as const, position: Position.Right },
  { type: 'target' as const, position: Position.Left },
];

/**
 * Where all flows are fastened. They are drawn from the document and need no ends, but React Flow draws only what has
 * both: their own may be far outside of what is mounted.
 */
export const ANCHOR: FlowNode = {
  id: ' anchor',
  type: 'element',
  position: { x: 0, y: 0 },
  width: 1,
  height: 1,
  measured: { width: 1, height: 1 },
  handles: HANDLES.map((handle) => ({ ...handle, x: 0, y: 0, width: 1, height: 1 })),
  data: {
    node: { id: ' anchor', x: 0, y: 0, spec: { shape: 'other', bpmnType: '', width: 1, height: 1 } },
    bare: true,
  },
  hidden: true,
  selectable: false,
  draggable: false,
};

/** The React Flow edge of a diagram edge; the same object as long as nothing about it changed. */
export function flowEdge(edge: DiagramEdge, look: LineLook): FlowLine {
  const known = edgeCache.get(edge);
  if (
    known?.look.selected === look.selected &&
    known.look.editable === look.editable &&
    known.look.bare === look.bare
  )
    return known.flow;
  const flow: FlowLine = {
    id: edge.id,
    type: 'flow',
    source: ANCHOR.id,
    target: ANCHOR.id,
    ariaLabel: `Flow from ${edge.sourceId ?? 'nothing'} to ${edge.targetId ?? 'nothing'}`,
    data: { edge, editable: look.editable, bare: look.bare },
    selected: look.selected,
    zIndex: FLOW_LAYER + (look.selected ? 15 : 0),
  };
  edgeCache.set(edge, { look, flow });
  return flow;
}

/** How deep each node lies in open sub-processes, by their bounds; cheap enough for every projection. */
export function depths(nodes: readonly DiagramNode[]): Map<string, number> {
  const open = nodes.filter((node) => isContainer(node) && node.spec.shape !== 'group');
  const result = new Map<string, number>();
  for (const node of open) {
    const depth = open.filter((outer) => outer !== node && lies(node, outer)).length;
    result.set(node.id, depth);
  }
  return result;
}

const lies = (inner: DiagramNode, outer: DiagramNode): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.spec.width <= outer.x + outer.spec.width &&
  inner.y + inner.spec.height <= outer.y + outer.spec.height;
