import {
  boundsOf,
  childrenOf,
  type DocElement,
  diWaypoints,
  type ElementId,
  get,
  type Point,
  type ProcessDocument,
  resolve,
} from '@/lib/document';
import { ATTACH_BAND, contains, distanceToLine, grow } from './geometry';
import { containerAt } from './place';
import { canAttach, canContain, canDropOnFlow } from './rules';
import { isActivity, isEvent, isFlowNode, type Traits } from './traits';
import { isRefused, type Refusal } from './types';

/** What happens when something is let go at a point. */
export type DropTarget =
  | { kind: 'attach'; host: ElementId }
  | { kind: 'flow'; flow: ElementId }
  | { kind: 'into'; container: ElementId };

/** How near its centre must come to a flow, in diagram pixels. */
const FLOW_REACH = 10;

/**
 * What a node would do when dropped with its centre at a point: attach to a border, go into a flow, or stand in
 * what is there. The same answer highlights the target while dragging and carries the drop out.
 */
export function dropTarget(
  document: ProcessDocument,
  node: Traits,
  plane: DocElement,
  at: Point,
  except: ReadonlySet<ElementId>,
): DropTarget | Refusal {
  const host = isEvent(node.type) ? hostAt(document, plane, at, except) : undefined;
  if (host) {
    const rule = canAttach(document, node, host);
    if (!isRefused(rule)) return { kind: 'attach', host };
    if (node.type === 'bpmn:BoundaryEvent') return rule;
  }
  const flow = isFlowNode(node.type) ? flowAt(document, plane, at, except) : undefined;
  if (flow && !isRefused(canDropOnFlow(document, node, flow))) return { kind: 'flow', flow };
  const container = containerAt(document, plane, at, except);
  if (!container) return { refused: 'There is nothing to place this on' };
  const rule = canContain(document, node, container);
  return isRefused(rule) ? rule : { kind: 'into', container };
}

/** The step whose border is within reach of a point; the smallest when several are. */
export function hostAt(
  document: ProcessDocument,
  plane: DocElement,
  at: Point,
  except: ReadonlySet<ElementId>,
): ElementId | undefined {
  let best: { id: ElementId; area: number } | undefined;
  for (const shape of childrenOf(document, plane.id, 'planeElement')) {
    const element = resolve(document, shape, 'bpmnElement');
    if (!element || except.has(element.id) || !isActivity(element.type)) continue;
    const bounds = boundsOf(document, element.id, plane.id);
    if (!bounds || !contains(grow(bounds, ATTACH_BAND), at) || contains(grow(bounds, -ATTACH_BAND), at))
      continue;
    const area = bounds.width * bounds.height;
    if (!best || area < best.area) best = { id: element.id, area };
  }
  return best?.id;
}

/** The sequence flow within reach of a point, apart from those of the moved elements themselves. */
function flowAt(document: ProcessDocument, plane: DocElement, at: Point, except: ReadonlySet<ElementId>) {
  for (const line of linesOf(document, plane)) {
    if (!isNear(line, at)) continue;
    const flow = resolve(document, line.edge, 'bpmnElement');
    if (flow?.type !== 'bpmn:SequenceFlow' || except.has(flow.id)) continue;
    const ends = [flow.refs.sourceRef, flow.refs.targetRef];
    if (ends.some((end) => typeof end === 'string' && except.has(end))) continue;
    return flow.id;
  }
  return undefined;
}

/** Where an edge runs, and the box around it. */
interface Line {
  edge: DocElement;
  points: Point[];
  box: [left: number, right: number, top: number, bottom: number];
}

function isNear({ box, points }: Line, at: Point): boolean {
  const [left, right, top, bottom] = box;
  if (at.x < left - FLOW_REACH || at.x > right + FLOW_REACH) return false;
  if (at.y < top - FLOW_REACH || at.y > bottom + FLOW_REACH) return false;
  return distanceToLine(at, points) <= FLOW_REACH;
}

/** A drag asks all lines of its drawing at every step: they are looked for once for a document, and read once. */
const ofDocument = new WeakMap<ProcessDocument, Map<ElementId, Line[]>>();
const ofEdge = new WeakMap<DocElement, Line>();

function linesOf(document: ProcessDocument, plane: DocElement): Line[] {
  const known = ofDocument.get(document) ?? new Map<ElementId, Line[]>();
  ofDocument.set(document, known);
  let lines = known.get(plane.id);
  if (!lines) {
    lines = (plane.children.planeElement ?? []).flatMap((id) => {
      const edge = get(document, id);
      return edge?.type === 'bpmndi:BPMNEdge' ? lineOf(edge) : [];
    });
    known.set(plane.id, lines);
  }
  return lines;
}

function lineOf(edge: DocElement): Line {
  const known = ofEdge.get(edge);
  if (known) return known;
  const points = diWaypoints(edge);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const line: Line = {
    edge,
    points,
    box: [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)],
  };
  ofEdge.set(edge, line);
  return line;
}
