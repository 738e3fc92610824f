import { type Bounds, diBounds, diLabelBounds, drawnElement, planes } from './diagram';
import { childrenOf, get, nameOf } from './selectors';
import type { DocElement, ElementId, ProcessDocument } from './types';
import { edgeView, usable } from './view-edge';
import { symbolOf } from './view-symbol';
import type { DiagramEdge, DiagramNode, DiagramView, SymbolSpec } from './view-types';

/** One of a document's diagrams, as a person chooses it. */
export interface PlaneChoice {
  id: ElementId;
  /** The element whose contents it draws: a process, a collaboration, a collapsed sub-process. */
  elementId: ElementId | undefined;
  name: string;
}

const OUTSIDE = new Set(['event', 'gateway', 'dataObject', 'dataStore', 'group']);

/** All diagrams of a document, named by themselves or by what they draw. */
export function planeChoices(document: ProcessDocument): PlaneChoice[] {
  return planes(document).map((plane) => {
    const element = drawnElement(document, plane);
    const name = nameOf(get(document, plane.parent)) || nameOf(element);
    return { id: plane.id, elementId: element?.id, name: name || (element?.id ?? plane.id) };
  });
}

/**
 * Projects a diagram (the first one unless `plane` names another) to what is drawn. What lies inside a
 * collapsed sub-process in the same plane is left out, as are shapes that draw nothing. A label without
 * bounds of its own is placed by the drawing.
 */
export function diagramView(document: ProcessDocument, { plane }: { plane?: ElementId } = {}): DiagramView {
  const entries = childrenOf(document, plane ?? planes(document)[0]?.id ?? '', 'planeElement');
  const drawn = drawnOn(document, entries);
  const nodes: DiagramNode[] = [];
  const edges: DiagramEdge[] = [];
  const bounds = new Map<ElementId, Bounds>();
  for (const { element, di } of drawn.shapes) {
    const node = nodeView(document, element, di, drawn.expanded);
    nodes.push(node);
    bounds.set(element.id, { x: node.x, y: node.y, width: node.spec.width, height: node.spec.height });
  }
  for (const { element, di } of drawn.edges) {
    const edge = edgeView(document, element, di, (id) => bounds.get(id));
    if (edge) edges.push(edge);
  }
  return { nodes, edges, bounds: extent(nodes, edges) };
}

interface Drawn {
  element: DocElement;
  di: DocElement;
}

function drawnOn(document: ProcessDocument, entries: readonly DocElement[]) {
  const all = entries.flatMap((di): Drawn[] => {
    const element = drawnElement(document, di);
    return element ? [{ element, di }] : [];
  });
  const shapes = all.filter(({ di }) => di.type === 'bpmndi:BPMNShape' && diBounds(di));
  const parents = new Set(shapes.map(({ element }) => element.parent));
  // Without the attribute, contents drawn in the same plane say that it is open.
  const open = ({ element, di }: Drawn) => di.attrs.isExpanded ?? parents.has(element.id);
  const expanded = new Set(shapes.filter(open).map(({ element }) => element.id));
  const closed = new Set(shapes.filter((shape) => !open(shape)).map(({ element }) => element.id));
  const visible = ({ element }: Drawn) => !isInside(document, element, closed);
  const edges = all.filter(({ di }) => di.type === 'bpmndi:BPMNEdge').filter(visible);
  return { shapes: shapes.filter(visible), edges, expanded };
}

/** Whether an element lies in one of the sub-processes; data associations lie beside their activity. */
function isInside(document: ProcessDocument, element: DocElement, closed: ReadonlySet<ElementId>): boolean {
  const beside = element.containment.endsWith('putAssociations');
  const first = beside ? get(document, element.parent) : element;
  for (let parent = first?.parent; parent; parent = get(document, parent)?.parent) {
    if (closed.has(parent) && get(document, parent)?.children.flowElements) return true;
  }
  return false;
}

function nodeView(
  document: ProcessDocument,
  element: DocElement,
  di: DocElement,
  expanded: ReadonlySet<ElementId>,
): DiagramNode {
  const spec = symbolOf(document, element, di, expanded.has(element.id));
  const { x = 0, y = 0 } = diBounds(di) ?? {};
  const labelBounds = labelPlaceOf(document, spec, di);
  return { id: element.id, spec, x, y, ...(labelBounds && { labelBounds }) };
}

/** Where the file has the words beside a symbol; undefined where the drawing decides. */
export function labelPlaceOf(
  document: ProcessDocument,
  spec: SymbolSpec,
  di: DocElement,
): Bounds | undefined {
  return spec.label && OUTSIDE.has(spec.shape) ? usable(diLabelBounds(document, di)) : undefined;
}

function extent(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): Bounds {
  const boxes: Bounds[] = nodes.map(({ x, y, spec }) => ({ x, y, width: spec.width, height: spec.height }));
  for (const { labelBounds } of [...nodes, ...edges]) if (labelBounds) boxes.push(labelBounds);
  for (const { waypoints } of edges)
    for (const { x, y } of waypoints) boxes.push({ x, y, width: 0, height: 0 });
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
