import {
  type ElementId,
  elementsOfType,
  get,
  mustGet,
  newElement,
  newId,
  type ProcessDocument,
  ref,
  shapeOf,
} from '@/lib/document';
import { addEdge, endsOf, planeFor, routeBetween, routeOf, setWaypointsOf } from '../di';
import { Edit } from '../edit';
import { linkEnds } from '../place';
import { type ConnectionType, connectionBetween, isCompensationEvent, label } from '../rules';
import { isActivity, isArtifact, traitsOf } from '../traits';
import { type EditResult, isRefused } from '../types';
import { addDataAssociation } from './data-association';

/** Draws the line that the rules give two elements: a flow, a message flow, an association, a data association. */
export function connect(document: ProcessDocument, source: ElementId, target: ElementId): EditResult {
  const rule = connectionBetween(document, source, target);
  if (isRefused(rule)) return rule;
  const planes = [source, target].map((end) => planeFor(document, end)?.id);
  if (planes[0] !== planes[1]) return { refused: 'These elements are drawn in different diagrams' };
  const edit = new Edit(document);
  const id = addConnection(edit, rule.type, source, target);
  return {
    document: edit.document,
    select: [id],
    announce: `Connected ${label(document, source)} to ${label(document, target)}`,
  };
}

/** Writes a connection and its edge; the rules have been asked. */
export function addConnection(
  edit: Edit,
  type: ConnectionType,
  source: ElementId,
  target: ElementId,
): ElementId {
  const id =
    type === 'bpmn:DataInputAssociation' || type === 'bpmn:DataOutputAssociation'
      ? addDataAssociation(edit, type, source, target)
      : addLine(edit, type, source, target);
  linkEnds(edit, id);
  if (isCompensation(edit, source, target)) {
    edit.attr(target, 'isForCompensation', true);
    edit.attr(id, 'associationDirection', 'One');
  }
  const points = routeBetween(edit.document, type, source, target);
  const plane = shapeOf(edit.document, source)?.parent ?? planeFor(edit.document)?.id;
  if (points && plane) addEdge(edit, plane, id, points);
  return id;
}

function isCompensation(edit: Edit, source: ElementId, target: ElementId): boolean {
  const traits = traitsOf(edit.document, source);
  return traits !== undefined && isCompensationEvent(traits) && isActivity(edit.must(target).type);
}

function addLine(edit: Edit, type: ConnectionType, source: ElementId, target: ElementId): ElementId {
  const id = newId(type === 'bpmn:SequenceFlow' ? 'Flow' : type.slice(5), edit.document);
  const [parent, containment] = homeOf(edit, type, source, target);
  edit.add(newElement(type, id, parent, containment, { refs: { sourceRef: source, targetRef: target } }));
  return id;
}

function homeOf(edit: Edit, type: ConnectionType, source: ElementId, target: ElementId): [ElementId, string] {
  if (type === 'bpmn:MessageFlow')
    return [elementsOfType(edit.document, 'bpmn:Collaboration')[0]?.id ?? edit.document.root, 'messageFlows'];
  const inner = edit.must(isArtifact(edit.must(source).type) ? source : target);
  const owner = inner.parent ?? edit.document.root;
  if (type === 'bpmn:Association')
    return [owner, owner === edit.document.root ? 'rootElements' : 'artifacts'];
  return [edit.must(source).parent ?? edit.document.root, 'flowElements'];
}

/** Moves one end of a flow to another element; its name and condition stay, a default mark on the old source goes. */
export function reconnect(
  document: ProcessDocument,
  flow: ElementId,
  end: 'source' | 'target',
  to: ElementId,
): EditResult {
  const { source, target } = endsOf(document, flow);
  const [from, into] = end === 'source' ? [to, target] : [source, to];
  if (!from || !into) return { refused: 'The other end of this flow is missing' };
  if (from === source && into === target) return { document, select: [flow], announce: 'Nothing changed' };
  const rule = connectionBetween(document, from, into);
  if (isRefused(rule)) return rule;
  if (rule.type !== get(document, flow)?.type)
    return { refused: 'Here would have to be another kind of line' };
  const edit = new Edit(document);
  setEnd(edit, flow, end, to);
  const points = routeOf(edit.document, flow);
  if (points) setWaypointsOf(edit, flow, points);
  return { document: edit.document, select: [flow], announce: `Reconnected to ${label(document, to)}` };
}

/** Writes one end of a line, keeping the lists of both nodes and the default flow right. */
export function setEnd(edit: Edit, flow: ElementId, end: 'source' | 'target', to: ElementId): void {
  const element = edit.must(flow);
  if (element.type.startsWith('bpmn:Data')) {
    setDataEnd(edit, flow, to);
    return;
  }
  const [property, list] = end === 'source' ? ['sourceRef', 'outgoing'] : ['targetRef', 'incoming'];
  const old = ref(element, property);
  if (old) edit.dropRef(old, list, flow);
  if (old && end === 'source') edit.dropRef(old, 'default', flow);
  edit.ref(flow, property, to);
  linkEnds(edit, flow);
}

/** Data associations belong to their activity, so only their data end can be moved. */
function setDataEnd(edit: Edit, flow: ElementId, to: ElementId): void {
  const input = mustGet(edit.document, flow).type === 'bpmn:DataInputAssociation';
  if (input) edit.ref(flow, 'sourceRef', [to]);
  else edit.ref(flow, 'targetRef', to);
}
