import type { ElkExtendedEdge, ElkNode, ElkPoint } from 'elkjs/lib/elk-api';

const GAP = 80;

/**
 * Whether a flow is beyond what the layered layout does in a few seconds: very many nodes, or lines so dense
 * that no drawing could be read. A file must not be able to stop a server.
 */
export function isTooLarge({ children = [], edges = [] }: ElkNode): boolean {
  const dense = edges.length > 300 && edges.length > 3 * children.length;
  return dense || children.length + edges.length > 1_500;
}

/** Places nodes in rows of a square, in document order, with plain lines; linear in the size of the graph. */
export function gridLayout(graph: ElkNode): ElkNode {
  const perRow = Math.ceil(Math.sqrt(graph.children?.length ?? 0));
  const ports = new Map<string, ElkPoint>();
  let [x, y, height] = [0, 0, 0];
  const children = (graph.children ?? []).map((node, index) => {
    if (index > 0 && index % perRow === 0) [x, y, height] = [0, y + height + GAP, 0];
    const placed = {
      ...node,
      x,
      y,
      labels: node.labels?.map((label) => ({ ...label, x: 0, y: (node.height ?? 0) + 5 })),
    };
    for (const port of node.ports ?? []) ports.set(port.id, anchor(port, x, y));
    x += (node.width ?? 0) + GAP;
    height = Math.max(height, node.height ?? 0);
    return placed;
  });
  return { ...graph, children, edges: graph.edges?.map((edge) => line(edge, ports)) };
}

/** Lines leave a boundary event at its bottom, and a node where its port is. */
function anchor(port: ElkNode, x: number, y: number): ElkPoint {
  return {
    x: x + (port.x ?? 0) + (port.width ?? 0) / 2,
    y: y + (port.y ?? 0) + (port.height ?? 0),
  };
}

function line(edge: ElkExtendedEdge, ports: ReadonlyMap<string, ElkPoint>): ElkExtendedEdge {
  const [startPoint, endPoint] = [ports.get(edge.sources[0] ?? ''), ports.get(edge.targets[0] ?? '')];
  if (!startPoint || !endPoint) return edge;
  const middle = startPoint.x < endPoint.x ? (startPoint.x + endPoint.x) / 2 : startPoint.x + GAP / 4;
  const bendPoints = [
    { x: middle, y: startPoint.y },
    { x: middle, y: endPoint.y },
  ];
  const labels = edge.labels?.map((label) => ({ ...label, x: middle + 5, y: startPoint.y + 5 }));
  return { ...edge, labels, sections: [{ id: `${edge.id}~0`, startPoint, endPoint, bendPoints }] };
}
