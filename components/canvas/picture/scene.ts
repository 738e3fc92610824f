import { isContainer, paintOrder } from '@/components/bpmn/layers';
import type { DiagramEdge, DiagramNode, DiagramView } from '@/components/bpmn/types';
import type { Marked } from '../flow/types';

/** Everything a picture shows, in painting order. */
export interface PictureScene {
  containers: readonly DiagramNode[];
  edges: readonly DiagramEdge[];
  shapes: readonly DiagramNode[];
  /** Ids of flows and elements. */
  selected: ReadonlySet<string>;
  /** The selected among the elements. */
  chosen: readonly DiagramNode[];
  /** Elements with a problem. */
  marked: readonly { node: DiagramNode; level: Marked }[];
}

/** Sorts a view for painting: containers from the outside in, flows, steps, and events on the borders of steps. */
export function sceneOf(
  view: DiagramView,
  selected: ReadonlySet<string>,
  problems: ReadonlyMap<string, Marked>,
): PictureScene {
  const attached = (node: DiagramNode) => node.spec.position === 'boundary';
  const shapes = view.nodes.filter((node) => !isContainer(node));
  return {
    containers: paintOrder(view.nodes.filter(isContainer)),
    edges: view.edges,
    shapes: shapes.some(attached)
      ? [...shapes.filter((node) => !attached(node)), ...shapes.filter(attached)]
      : shapes,
    selected,
    chosen: selected.size > 0 ? view.nodes.filter((node) => selected.has(node.id)) : [],
    marked: problems.size > 0 ? view.nodes.flatMap((node) => markOf(node, problems.get(node.id))) : [],
  };
}

const markOf = (node: DiagramNode, level: Marked | undefined) => (level ? [{ node, level }] : []);
