import { boundsOf, type DiagramView } from '@/components/bpmn';

/**
 * A diagram reduced to what can be made out on a card: no words, and no frames of pools and lanes, which would only
 * take the room of what happens in them.
 */
export function thumbnail(view: DiagramView): DiagramView {
  const nodes = view.nodes
    .filter(({ spec }) => spec.shape !== 'pool' && spec.shape !== 'lane')
    .map(({ labelBounds: _, label: __, ...node }) => ({ ...node, spec: { ...node.spec, label: undefined } }));
  const edges = view.edges.map(({ label: _, labelBounds: __, ...edge }) => edge);
  return { nodes, edges, bounds: boundsOf(nodes, edges) };
}
