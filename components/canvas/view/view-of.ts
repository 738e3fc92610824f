import { boundsOf as extentOf } from '@/components/bpmn/bounds';
import type { Bounds, DiagramEdge, DiagramNode, DiagramView, EdgeKind } from '@/components/bpmn/types';
import {
  childrenOf,
  coloursOf,
  type DocElement,
  diBounds,
  diLabelBounds,
  diWaypoints,
  type ElementId,
  expressionText,
  get,
  givenLook,
  nameOf,
  type ProcessDocument,
  planes,
  ref,
  resolve,
} from '@/lib/document';
import { endsOf, isConnection } from '@/lib/editing/di';
import { isActivity } from '@/lib/editing/traits';
import { symbolOf } from './symbol-of';

interface Cached<T> {
  /** Everything the value was made from; when all are the same objects, so is the value. */
  from: readonly unknown[];
  value: T;
}

const nodes = new WeakMap<DocElement, Cached<DiagramNode>>();
const edges = new WeakMap<DocElement, Cached<DiagramEdge>>();

function cached<T>(
  cache: WeakMap<DocElement, Cached<T>>,
  key: DocElement,
  from: readonly unknown[],
  make: () => T,
): T {
  const known = cache.get(key);
  if (known && known.from.length === from.length && known.from.every((part, i) => part === from[i]))
    return known.value;
  const value = make();
  cache.set(key, { from, value });
  return value;
}

/**
 * One plane of a document as a picture. Elements that didn't change since the last call keep their identity, so
 * that whoever draws them can skip them.
 */
export function viewOf(document: ProcessDocument, planeId?: ElementId): DiagramView {
  const plane = get(document, planeId) ?? planes(document)[0];
  const view: { nodes: DiagramNode[]; edges: DiagramEdge[] } = { nodes: [], edges: [] };
  for (const di of plane ? childrenOf(document, plane.id, 'planeElement') : []) {
    const element = resolve(document, di, 'bpmnElement');
    if (!element) continue;
    if (isConnection(element) || di.type === 'bpmndi:BPMNEdge') {
      const edge = edgeFor(document, element, di);
      if (edge) view.edges.push(edge);
    } else {
      const node = nodeFor(document, element, di);
      if (node) view.nodes.push(node);
    }
  }
  return withBounds(view.nodes, view.edges);
}

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

function nodeFor(document: ProcessDocument, element: DocElement, shape: DocElement): DiagramNode | undefined {
  const bounds = diBounds(shape);
  if (!bounds) return undefined;
  const inner = ['eventDefinitions', 'loopCharacteristics', 'flowElements'].flatMap((property) =>
    property === 'flowElements' && element.attrs.triggeredByEvent !== true
      ? []
      : childrenOf(document, element.id, property),
  );
  const behind =
    resolve(document, element, 'dataObjectRef') ?? resolve(document, element, 'categoryValueRef');
  const label = childrenOf(document, shape.id, 'label')[0];
  return cached(nodes, shape, [element, label, behind, ...inner], () => ({
    id: element.id,
    spec: { ...symbolOf(document, element, shape, bounds), ...givenLook(document, element, shape) },
    x: bounds.x,
    y: bounds.y,
    labelBounds: diLabelBounds(document, shape),
  }));
}

const KINDS: Record<string, EdgeKind> = {
  'bpmn:SequenceFlow': 'sequence',
  'bpmn:MessageFlow': 'message',
  'bpmn:Association': 'association',
};

function edgeFor(document: ProcessDocument, element: DocElement, di: DocElement): DiagramEdge | undefined {
  const waypoints = diWaypoints(di);
  if (waypoints.length < 2) return undefined;
  const { source, target } = endsOf(document, element.id);
  const from = get(document, source);
  const label = childrenOf(document, di.id, 'label')[0];
  return cached(edges, di, [element, from?.type, ref(from, 'default') === element.id, label], () => ({
    id: element.id,
    waypoints,
    kind: KINDS[element.type] ?? 'data',
    sourceId: source,
    targetId: target,
    label: nameOf(element) || undefined,
    labelBounds: diLabelBounds(document, di),
    colours: coloursOf(document, di),
    default: ref(from, 'default') === element.id,
    conditional:
      from !== undefined &&
      isActivity(from.type) &&
      expressionText(element, 'conditionExpression') !== undefined,
    direction:
      element.attrs.associationDirection === 'Both'
        ? 'both'
        : element.attrs.associationDirection === 'One'
          ? 'one'
          : undefined,
  }));
}
