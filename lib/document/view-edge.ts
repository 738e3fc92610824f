import { coloursOf } from './colours';
import { type Bounds, diLabelBounds, diWaypoints, type Point } from './diagram';
import { get, nameOf, ref, valuesOf } from './selectors';
import type { DocElement, ElementId, ProcessDocument } from './types';
import type { DiagramEdge, EdgeKind } from './view-types';

const KINDS: Record<string, EdgeKind> = {
  'bpmn:SequenceFlow': 'sequence',
  'bpmn:MessageFlow': 'message',
  'bpmn:DataInputAssociation': 'data',
  'bpmn:DataOutputAssociation': 'data',
};
const DIRECTIONS: Record<string, DiagramEdge['direction']> = { None: 'none', One: 'one', Both: 'both' };

/**
 * A flow or association as it is drawn; undefined when there is no line to draw.
 * @param boundsOf where an element stands on the same diagram: a line without way-points goes straight.
 */
export function edgeView(
  document: ProcessDocument,
  element: DocElement,
  di: DocElement,
  boundsOf: (id: ElementId) => Bounds | undefined,
): DiagramEdge | undefined {
  const { sourceId, targetId } = endsOf(element);
  const waypoints = lineOf(di, sourceId, targetId, boundsOf);
  if (!waypoints) return undefined;
  const label = nameOf(element);
  const labelBounds = label === '' ? undefined : usable(diLabelBounds(document, di));
  const colours = coloursOf(document, di);
  const kind = KINDS[element.type] ?? 'association';
  return {
    id: element.id,
    waypoints,
    kind,
    ...(sourceId && { sourceId }),
    ...(targetId && { targetId }),
    ...(label && { label }),
    ...(labelBounds && { labelBounds }),
    ...(colours && { colours }),
    ...(kind === 'sequence' && flowMarks(document, element)),
    ...(kind === 'association' && {
      direction: DIRECTIONS[String(element.attrs.associationDirection)] ?? 'none',
    }),
  };
}

/** Label bounds that hold text; some tools write them with width 0. */
export const usable = (bounds: Bounds | undefined): Bounds | undefined =>
  bounds && bounds.width >= 1 && bounds.height >= 1 ? bounds : undefined;

/** Data associations belong to their activity, which is the end their references leave out. */
function endsOf(element: DocElement): { sourceId?: ElementId; targetId?: ElementId } {
  const [source, target] = [ref(element, 'sourceRef'), ref(element, 'targetRef')];
  const owner = element.parent ?? undefined;
  if (element.type === 'bpmn:DataInputAssociation') return { sourceId: source, targetId: owner };
  if (element.type === 'bpmn:DataOutputAssociation') return { sourceId: owner, targetId: target };
  return { sourceId: source, targetId: target };
}

function lineOf(
  di: DocElement,
  source: ElementId | undefined,
  target: ElementId | undefined,
  boundsOf: (id: ElementId) => Bounds | undefined,
): Point[] | undefined {
  const waypoints = diWaypoints(di);
  if (waypoints.length >= 2) return waypoints;
  const [from, to] = [source && boundsOf(source), target && boundsOf(target)];
  return from && to ? [centre(from), centre(to)] : undefined;
}

function flowMarks(document: ProcessDocument, flow: DocElement): Partial<DiagramEdge> {
  const source = get(document, ref(flow, 'sourceRef'));
  if (ref(source, 'default') === flow.id) return { default: true };
  const fromActivity = source !== undefined && !/Gateway$|Event$/.test(source.type);
  return fromActivity && valuesOf(flow, 'conditionExpression').length > 0 ? { conditional: true } : {};
}

const centre = (b: Bounds): Point => ({ x: b.x + b.width / 2, y: b.y + b.height / 2 });
