import {
  boundsOf,
  type ElementId,
  edgeOf,
  incoming,
  mustGet,
  outgoing,
  type Point,
  type ProcessDocument,
  ref,
} from '@/lib/document';
import { growContainers } from '../contain';
import { routeOf, setBounds, setWaypointsOf } from '../di';
import { Edit } from '../edit';
import { around, isPlace } from '../geometry';
import type { Placeable } from '../kinds';
import { assignLanes } from '../lanes';
import { plant } from '../place';
import { canDropOnFlow, label } from '../rules';
import { traitsOf, traitsOfSeed } from '../traits';
import { type EditResult, isRefused, NO_PLACE, refuse } from '../types';
import { drawNode, onGrid } from './add-node';
import { addConnection, setEnd } from './connect';
import { removeAll } from './remove';
import { roomOnFlow } from './room-on-flow';

/** Puts a step that is already drawn into a flow: A → step → B, in one undo step. */
export function dropOnFlow(
  document: ProcessDocument,
  node: ElementId,
  flow: ElementId,
  at: Point,
): EditResult {
  if (!isPlace(at)) return refuse(NO_PLACE);
  const traits = traitsOf(document, node);
  const bounds = boundsOf(document, node);
  if (!traits || !bounds) return refuse('This element is not drawn');
  const rule = canDropOnFlow(document, traits, flow);
  if (isRefused(rule)) return rule;
  const parent = mustGet(document, flow).parent;
  if (mustGet(document, node).parent !== parent)
    return refuse('A flow stays inside its process or sub-process');
  if (
    ref(mustGet(document, flow), 'sourceRef') === node ||
    ref(mustGet(document, flow), 'targetRef') === node
  )
    return refuse('This flow already belongs to the step');
  const room = roomOnFlow(document, flow, at, bounds);
  const edit = new Edit(room.document);
  setBounds(edit, node, around(room.at, bounds));
  splice(edit, node, flow);
  assignLanes(edit, [node]);
  return { document: edit.document, select: [node], announce: `Put ${label(document, node)} into the flow` };
}

/** Places a new step into a flow. */
export function addOnFlow(
  document: ProcessDocument,
  kind: Placeable,
  flow: ElementId,
  at: Point,
): EditResult {
  if (!isPlace(at)) return refuse(NO_PLACE);
  const rule = canDropOnFlow(document, traitsOfSeed(kind.seed), flow);
  if (isRefused(rule)) return rule;
  const element = mustGet(document, flow);
  const plane = edgeOf(document, flow)?.parent;
  if (!plane || !element.parent) return refuse('This flow is not drawn');
  const room = roomOnFlow(document, flow, at, kind.size);
  const edit = new Edit(room.document);
  const id = plant(edit, kind.seed, element.parent, 'flowElements');
  const bounds = around(room.at, kind.size);
  drawNode(edit, kind, plane, id, room.at === at ? onGrid(bounds) : bounds);
  splice(edit, id, flow);
  assignLanes(edit, [id]);
  growContainers(edit, [id]);
  return {
    document: edit.document,
    select: [id],
    announce: `Added ${kind.label.toLowerCase()} into the flow`,
  };
}

/** The flow now ends at the node and a new one goes on to where it led; flows that this repeats are removed. */
function splice(edit: Edit, node: ElementId, flow: ElementId): void {
  const document = edit.document;
  const { source, target } = {
    source: ref(edit.must(flow), 'sourceRef'),
    target: ref(edit.must(flow), 'targetRef'),
  };
  const repeated = [
    ...incoming(document, node).filter((line) => ref(line, 'sourceRef') === source),
    ...outgoing(document, node).filter((line) => ref(line, 'targetRef') === target),
  ];
  removeAll(
    edit,
    repeated.map((line) => line.id),
  );
  setEnd(edit, flow, 'target', node);
  const points = routeOf(edit.document, flow);
  if (points) setWaypointsOf(edit, flow, points);
  if (target) addConnection(edit, 'bpmn:SequenceFlow', node, target);
  reroute(edit, node, flow);
}

/** The step's other flows follow it to its new place. */
function reroute(edit: Edit, node: ElementId, except: ElementId): void {
  const document = edit.document;
  for (const line of [...incoming(document, node), ...outgoing(document, node)]) {
    const points = line.id === except ? undefined : routeOf(document, line.id);
    if (points) setWaypointsOf(edit, line.id, points);
  }
}
