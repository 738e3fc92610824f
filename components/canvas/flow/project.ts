import { Position } from 'reactflow';
import { isContainer } from '@/components/bpmn/layers';
import type { DiagramEdge, DiagramNode } from '@/components/bpmn/types';
import type { FlowLine, FlowNode } from './types';

const SHAPE_LAYER: Record<string, number> = { pool: 0, lane: 1, group: 2, subprocess: 3, callActivity: 3 };
/** Flows lie above containers and below everything else. */
const FLOW_LAYER = 100;

interface NodeLook {
  selected: boolean;
  draggable: boolean;
  problems?: 'error' | 'warning';
  /** How many containers it lies in. */
  depth: number;
}

const nodeCache = new WeakMap<DiagramNode, { look: NodeLook; flow: FlowNode }>();
const edgeCache = new WeakMap<DiagramEdge, { selected: boolean; editable: boolean; flow: FlowLine }>();

const sameLook = (a: NodeLook, b: NodeLook): boolean =>
  a.selected === b.selected &&
  a.draggable === b.draggable &&
  a.problems === b.problems &&
  a.depth === b.depth;

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
    data: { node, problems: look.problems },
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

/** The React Flow edge of a diagram edge. Ends that are no nodes (associations to flows) borrow one. */
export function flowEdge(
  edge: DiagramEdge,
  ids: ReadonlySet<string>,
  selected: boolean,
  editable: boolean,
): FlowLine | undefined {
  const known = edgeCache.get(edge);
  const [source, target] = endsIn(edge, ids);
  if (!source || !target) return undefined;
  if (
    known?.selected === selected &&
    known.editable === editable &&
    known.flow.source === source &&
    known.flow.target === target
  )
    return known.flow;
  const flow: FlowLine = {
    id: edge.id,
    type: 'flow',
    source,
    target,
    data: { edge, editable },
    selected,
    zIndex: FLOW_LAYER + (selected ? 15 : 0),
  };
  edgeCache.set(edge, { selected, editable, flow });
  return flow;
}

function endsIn(edge: DiagramEdge, ids: ReadonlySet<string>): [string | undefined, string | undefined] {
  const known = [edge.sourceId, edge.targetId].map((id) =>
    id !== undefined && ids.has(id) ? id : undefined,
  );
  const any = known[0] ?? known[1] ?? ids.values().next().value;
  return [known[0] ?? any, known[1] ?? any];
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
