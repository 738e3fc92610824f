import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import { type Bounds, boundaryEvents, type ElementId, type ProcessDocument } from '@/lib/document';
import { addArtifacts } from './artifacts';
import { type Contents, contentsOf } from './contents';
import { flowGraph, type LayoutEngine, widthForBoundary } from './elk';
import { gridLayout, isTooLarge } from './grid';
import { neaten } from './neaten';
import { addPlacement, emptyPlacement, extent, labelLeft, type Placement } from './placement';
import { simplified } from './route';
import { isSubProcess, labelSize, SIZES, type Size, sizeOf } from './sizes';
import { straighten } from './straighten';

/** Room between an expanded sub-process' border and its contents; its name is at the top. */
const PADDING = { top: 40, left: 30, right: 30, bottom: 30 };

/** Lays out the contents of a process or sub-process, sub-processes in place, relative to their top left. */
export async function layoutFlow(
  document: ProcessDocument,
  containerId: ElementId,
  engine: LayoutEngine,
): Promise<Placement> {
  const contents = contentsOf(document, containerId);
  const inner = await layoutSubProcesses(document, contents, engine);
  const sizes = nodeSizes(document, contents, inner);
  const wanted = flowGraph(document, contents, sizes);
  const graph = isTooLarge(wanted) ? gridLayout(wanted) : await engine.layout(wanted);
  const placement = emptyPlacement();
  for (const node of graph.children ?? []) place(document, placement, node, inner.get(node.id));
  for (const edge of graph.edges ?? []) placeEdge(placement, edge);
  straighten(placement, contents.links);
  neaten(document, placement, contents.links);
  addArtifacts(document, placement, contents);
  return Object.assign(placement, extent(placement));
}

async function layoutSubProcesses(document: ProcessDocument, { nodes }: Contents, engine: LayoutEngine) {
  const inner = new Map<ElementId, Placement>();
  for (const node of nodes) {
    if (!isSubProcess(node)) continue;
    const placement = await layoutFlow(document, node.id, engine);
    if (placement.shapes.size > 0) inner.set(node.id, placement);
  }
  return inner;
}

function nodeSizes(document: ProcessDocument, { nodes }: Contents, inner: Map<ElementId, Placement>) {
  const sizes = new Map<ElementId, Size>();
  for (const node of nodes) {
    const content = inner.get(node.id);
    const own = content ? expandedSize(content) : sizeOf(node);
    const attached = boundaryEvents(document, node.id).length;
    sizes.set(node.id, { ...own, width: Math.max(own.width, attached > 0 ? widthForBoundary(attached) : 0) });
  }
  return sizes;
}

function expandedSize({ width, height }: Placement): Size {
  return {
    width: Math.max(SIZES.subProcess.width, width + PADDING.left + PADDING.right),
    height: Math.max(SIZES.subProcess.height, height + PADDING.top + PADDING.bottom),
  };
}

function place(
  document: ProcessDocument,
  placement: Placement,
  node: ElkNode,
  inner: Placement | undefined,
): void {
  const bounds = boundsOfNode(node);
  const label = node.labels?.[0];
  placement.shapes.set(node.id, {
    bounds,
    ...(label && { label: offset(boundsOfNode(label), bounds) }),
    ...(inner && { isExpanded: true }),
  });
  for (const port of node.ports ?? []) {
    if (!port.width) continue;
    const event = offset(boundsOfNode(port), bounds);
    const size = labelSize(document, port.id);
    placement.shapes.set(port.id, { bounds: event, ...(size && { label: labelLeft(event, size) }) });
  }
  if (inner) addPlacement(placement, inner, { x: bounds.x + PADDING.left, y: bounds.y + PADDING.top });
}

function placeEdge(placement: Placement, edge: ElkExtendedEdge): void {
  const section = edge.sections?.[0];
  if (!section) return;
  const waypoints = simplified([section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
  placement.edges.set(edge.id, { waypoints: waypoints.map(({ x, y }) => ({ x: round(x), y: round(y) })) });
}

const round = (value: number | undefined): number => Math.round(value ?? 0);

const boundsOfNode = (node: { x?: number; y?: number; width?: number; height?: number }): Bounds => ({
  x: round(node.x),
  y: round(node.y),
  width: round(node.width),
  height: round(node.height),
});

const offset = (inner: Bounds, outer: Bounds): Bounds => ({
  ...inner,
  x: inner.x + outer.x,
  y: inner.y + outer.y,
});
