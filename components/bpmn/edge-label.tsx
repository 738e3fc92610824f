import { edgeLabelLayout } from './edge-label-layout';
import { Label } from './label';
import type { DiagramEdge } from './types';

/** The label of a flow, in diagram coordinates. */
export function EdgeLabel({ edge }: { edge: DiagramEdge }) {
  const layout = edgeLabelLayout(edge);
  return layout ? <Label layout={layout} colour={edge.colours?.label} /> : null;
}
