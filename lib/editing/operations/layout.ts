import {
  type Bounds,
  boundsOf,
  type DocElement,
  diBounds,
  type ElementId,
  edgeOf,
  get,
  labelBoundsOf,
  newElement,
  type Point,
  type ProcessDocument,
  shapeOf,
  waypointsOf,
} from '@/lib/document';
import { growContainers } from '../contain';
import { endsOf, labelPlace, setBounds, setWaypointsOf } from '../di';
import { Edit, subtree } from '../edit';
import { followEdges } from '../follow';
import { union } from '../geometry';
import { assignLanes } from '../lanes';
import { connectionsOf, isExpanded } from '../place';
import { isFlowNode, isSubProcess } from '../traits';
import { type EditResult, refuse } from '../types';
import { withDependents } from './move';

/** Gives a document without a diagram one: `layoutDocument`, in a worker where there is one. */
export type Layout = (document: ProcessDocument) => Promise<ProcessDocument>;

/** Arranges the whole drawing anew, as one step. What is executed doesn't change. */
export async function arrange(document: ProcessDocument, layout: Layout): Promise<EditResult> {
  const edit = new Edit(document);
  edit.remove(get(document, document.root)?.children.diagrams ?? []);
  const arranged = await layout(edit.document);
  return { document: arranged, select: [], announce: 'Arranged the diagram' };
}

/**
 * Arranges selected steps and what is in them, where they are: the top left corner of the selection stays, flows
 * between them are laid with them and all others follow. One step.
 */
export async function arrangeSelection(
  document: ProcessDocument,
  ids: readonly ElementId[],
  layout: Layout,
): Promise<EditResult> {
  const nodes = [...new Set(ids)].filter((id) => {
    const element = get(document, id);
    return (
      isFlowNode(element?.type ?? '') && element?.type !== 'bpmn:BoundaryEvent' && boundsOf(document, id)
    );
  });
  const parent = get(document, nodes[0])?.parent;
  const chosen = nodes.filter((id) => get(document, id)?.parent === parent);
  const from = union(chosen.flatMap((id) => boundsOf(document, id) ?? []));
  if (chosen.length < 2 || !from) return refuse('Select two or more steps beside each other to arrange them');
  const { part, moved } = partOf(document, chosen);
  const placed = await layout(part);
  const to = union(chosen.flatMap((id) => boundsOf(placed, id) ?? []));
  if (!to) return refuse('These steps can’t be arranged');
  const edit = new Edit(document);
  apply(edit, placed, moved, { x: Math.round(from.x - to.x), y: Math.round(from.y - to.y) });
  growContainers(edit, chosen);
  return { document: edit.document, select: chosen, announce: `Arranged ${chosen.length} elements` };
}

/** A process of the selection alone, without drawing; closed sub-processes are steps in it. */
function partOf(document: ProcessDocument, chosen: readonly ElementId[]) {
  const moved = withDependents(document, chosen);
  const open = (id: ElementId) => chosen.includes(id) || moved.has(id);
  const lines = connectionsOf(document, moved).filter((line) => {
    const { source, target } = endsOf(document, line.id);
    return line.type === 'bpmn:SequenceFlow' && open(source ?? '') && open(target ?? '');
  });
  const kept = new Set([...moved, ...lines.map((line) => line.id)]);
  const edit = new Edit({
    format: 1,
    root: 'D',
    namespaces: document.namespaces,
    elements: { D: newElement('bpmn:Definitions', 'D', null, '') },
  });
  edit.add(newElement('bpmn:Process', 'P~', 'D', 'rootElements'));
  const add = (id: ElementId) => {
    const element = get(document, id);
    if (!element || edit.get(id)) return;
    if (kept.has(element.parent ?? '')) add(element.parent ?? '');
    edit.add(bare(document, element, edit.get(element.parent) ? element.parent : 'P~'));
  };
  for (const id of kept) add(id);
  return { part: edit.document, moved };
}

function bare(document: ProcessDocument, element: DocElement, parent: string | null): DocElement {
  const closed = isSubProcess(element.type) && !isExpanded(document, element.id);
  const { sourceRef, targetRef, attachedToRef } = element.refs;
  const refs = Object.fromEntries(
    Object.entries({ sourceRef, targetRef, attachedToRef }).filter(([, to]) => to !== undefined),
  ) as DocElement['refs'];
  return {
    ...element,
    type: closed ? 'bpmn:Task' : element.type,
    parent,
    containment: 'flowElements',
    children: {},
    values: {},
    refs,
  };
}

function apply(edit: Edit, placed: ProcessDocument, moved: ReadonlySet<ElementId>, by: Point): void {
  for (const id of moved) {
    const bounds: Bounds | undefined = diBounds(shapeOf(placed, id));
    if (bounds) setBounds(edit, id, shifted(bounds, by));
  }
  followEdges(edit, moved);
  const lines = connectionsOf(placed, moved).map(({ id }) => id);
  for (const id of lines) {
    const points = waypointsOf(placed, id).map((point) => shifted(point, by));
    if (points.length > 1 && edgeOf(edit.document, id)) setWaypointsOf(edit, id, points);
  }
  for (const id of [...moved, ...lines]) {
    const label = labelBoundsOf(placed, id);
    if (label) labelPlace(edit, id, shifted(label, by));
  }
  assignLanes(edit, moved);
  assignLanes(
    edit,
    [...moved].flatMap((id) => subtree(edit.document, id)),
  );
}

const shifted = <P extends Point>(point: P, by: Point): P => ({
  ...point,
  x: point.x + by.x,
  y: point.y + by.y,
});
