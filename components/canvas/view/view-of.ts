import { boundsOf as extentOf } from '@/components/bpmn/bounds';
import type { Bounds, DiagramEdge, DiagramNode, DiagramView } from '@/components/bpmn/types';
import {
  boundsOf,
  changedEntries,
  type DocElement,
  diBounds,
  type ElementId,
  edgeView,
  get,
  labelPlaceOf,
  type ProcessDocument,
  planes,
  ref,
  refList,
  resolve,
  shapeOf,
  symbolOf,
} from '@/lib/document';
import { endsOf, isConnection } from '@/lib/editing/di';

/** What a shape or edge of the diagram was drawn as, and the entries that decided it. */
interface Drawn {
  node?: DiagramNode;
  edge?: DiagramEdge;
}

/** Draws documents one after another, and of each only what the step before it changed. */
export type Viewer = (document: ProcessDocument, planeId?: ElementId) => DiagramView;

/**
 * A viewer with a memory: elements that didn't change since its last call keep their identity, so that whoever
 * draws them can skip them, and are not looked at again.
 */
export function createViewer(): Viewer {
  let shown: ProcessDocument | undefined;
  const known = new Map<ElementId, Drawn>();
  const stale = new Set<ElementId>();
  /** By entry: the shapes and edges that look different when it changes. */
  const deciding = new Map<ElementId, ElementId | ElementId[]>();
  // Nearly all decide about one shape only: a list for each would cost more than the drawing.
  const note = (part: ElementId, di: ElementId) => {
    const others = deciding.get(part);
    if (others === undefined) deciding.set(part, di);
    else if (typeof others === 'string') {
      if (others !== di) deciding.set(part, [others, di]);
    } else if (!others.includes(di)) others.push(di);
  };

  const draw = (document: ProcessDocument, id: ElementId): Drawn => {
    const di = document.elements[id];
    if (!di) return {};
    const element = resolve(document, di, 'bpmnElement');
    if (!element) return decided({}, di, [ref(di, 'bpmnElement') ?? '']);
    const line = isConnection(element) || di.type === 'bpmndi:BPMNEdge';
    return line
      ? decided({ edge: edgeFor(document, element, di) }, di, edgeParts(document, element, di))
      : decided({ node: nodeFor(document, element, di) }, di, nodeParts(document, element));
  };
  const decided = (drawn: Drawn, di: DocElement, parts: readonly ElementId[]): Drawn => {
    note(di.id, di.id);
    for (const label of di.children.label ?? []) note(label, di.id);
    for (const part of parts) note(part, di.id);
    const before = known.get(di.id);
    // Whoever looks the same stays the same object: a step whose flows change is not drawn again.
    const same = before && JSON.stringify(before) === JSON.stringify(drawn);
    const kept = same ? before : drawn;
    known.set(di.id, kept);
    return kept;
  };

  return (document, planeId) => {
    for (const id of shown ? changedEntries(shown, document) : [])
      for (const di of [deciding.get(id) ?? []].flat()) stale.add(di);
    shown = document;
    const plane = get(document, planeId) ?? planes(document)[0];
    const view: { nodes: DiagramNode[]; edges: DiagramEdge[] } = { nodes: [], edges: [] };
    for (const id of plane?.children.planeElement ?? []) {
      const { node, edge } = (!stale.has(id) && known.get(id)) || draw(document, id);
      if (node) view.nodes.push(node);
      else if (edge) view.edges.push(edge);
    }
    stale.clear();
    return withBounds(view.nodes, view.edges);
  };
}

/** One plane of a document as a picture. */
export const viewOf: Viewer = (document, planeId) => createViewer()(document, planeId);

/** A view whose bounds are worked out when somebody asks: dragging doesn't. */
function withBounds(nodes: DiagramNode[], edges: DiagramEdge[]): DiagramView {
  let bounds: Bounds | undefined;
  return {
    nodes,
    edges,
    get bounds() {
      bounds ??= extentOf(nodes, edges);
      return bounds;
    },
  };
}

/** The entries that decide how a node looks, apart from its shape. */
function nodeParts(document: ProcessDocument, element: DocElement): ElementId[] {
  const behind = ['dataObjectRef', 'categoryValueRef', 'eventDefinitionRef', 'processRef'].flatMap((each) =>
    refList(element, each),
  );
  const called = element.attrs.calledElement;
  const event = element.attrs.triggeredByEvent === true;
  const inner = (event ? [...LOOK_CHILDREN, 'flowElements'] : LOOK_CHILDREN).flatMap(
    (property) => element.children[property] ?? [],
  );
  const deeper = event ? inner.flatMap((id) => get(document, id)?.children.eventDefinitions ?? []) : [];
  return [element.id, ...behind, ...(called ? [String(called)] : []), ...inner, ...deeper];
}

const LOOK_CHILDREN = ['eventDefinitions', 'loopCharacteristics', 'participantMultiplicity', 'dataState'];

function nodeFor(document: ProcessDocument, element: DocElement, shape: DocElement): DiagramNode | undefined {
  const bounds = diBounds(shape);
  if (!bounds) return undefined;
  const spec = symbolOf(document, element, shape, shape.attrs.isExpanded === true);
  return { id: element.id, spec, x: bounds.x, y: bounds.y, labelBounds: labelPlaceOf(document, spec, shape) };
}

/** The entries that decide how a line looks, apart from its edge; of its source the kind and the default flow. */
function edgeParts(document: ProcessDocument, element: DocElement, di: DocElement): ElementId[] {
  const { source, target } = endsOf(document, element.id);
  const ends = [source, target].flatMap((id) => id ?? []);
  // Without way-points the line goes from one shape to the other.
  const shapes = di.values.waypoint
    ? []
    : ends.flatMap((id) => shapeOf(document, id, di.parent ?? '')?.id ?? []);
  return [element.id, ...ends, ...shapes];
}

const edgeFor = (document: ProcessDocument, element: DocElement, di: DocElement): DiagramEdge | undefined =>
  edgeView(document, element, di, (id) => boundsOf(document, id, di.parent ?? ''));
