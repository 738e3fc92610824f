import {
  boundaryEvents,
  childrenOf,
  type ElementId,
  get,
  incoming,
  mustGet,
  nameOf,
  outgoing,
  type ProcessDocument,
  processOf,
  ref,
} from '@/lib/document';
import { isActivity, isArtifact, isData, isFlowNode, isSubProcess, type Traits, traitsOf } from './traits';
import { type Refusal, refuse } from './types';

/** The one place that decides what may stand where. Mouse, keyboard, paste and morph all ask here. */
export type ConnectionType =
  | 'bpmn:SequenceFlow'
  | 'bpmn:MessageFlow'
  | 'bpmn:Association'
  | 'bpmn:DataInputAssociation'
  | 'bpmn:DataOutputAssociation';

/** A rule's yes. */
export interface Allowed {
  allowed: true;
}
const YES: Allowed = { allowed: true };

const WAITS = ['Message', 'Timer', 'Signal', 'Conditional'].map((word) => `bpmn:${word}EventDefinition`);

/** Whether an event-based gateway may lead here (BPMN 2.0 §10.6.6): it waits, and nothing else. */
export function mayFollowEventGateway(node: Traits): boolean {
  if (node.type === 'bpmn:ReceiveTask') return true;
  return (
    node.type === 'bpmn:IntermediateCatchEvent' &&
    node.triggers.length > 0 &&
    node.triggers.every((type) => WAITS.includes(type))
  );
}

/** Which line a person means by dragging from one element to another, or why there can be none. */
export function connectionBetween(
  document: ProcessDocument,
  source: ElementId,
  target: ElementId,
): { type: ConnectionType } | Refusal {
  const [a, b] = [traitsOf(document, source), traitsOf(document, target)];
  if (!a || !b) return refuse('This element is no longer there');
  if (a.type === 'bpmn:Lane' || b.type === 'bpmn:Lane')
    return refuse('A lane has no flows: connect the steps in it');
  if (isArtifact(a.type) || isArtifact(b.type)) return associationBetween(source, target, a, b);
  if (isData(a.type) || isData(b.type)) return dataBetween(a, b);
  if (isCompensationEvent(a)) return compensationBetween(document, source, target, b);
  if (ownerOf(document, source) !== ownerOf(document, target)) return messageBetween(a, b);
  if (!isFlowNode(a.type) || !isFlowNode(b.type))
    return refuse('Only steps, events and gateways can be connected');
  if (mustGet(document, source).parent !== mustGet(document, target).parent)
    return refuse('A sequence flow can’t cross the border of a sub-process');
  return sequenceBetween(document, source, target, a, b);
}

function sequenceBetween(
  document: ProcessDocument,
  source: ElementId,
  target: ElementId,
  a: Traits,
  b: Traits,
) {
  const refusal = mayStart(a) ?? mayEnd(b);
  if (refusal) return refusal;
  if (a.type === 'bpmn:EventBasedGateway' && !mayFollowEventGateway(b))
    return refuse(
      'An event-based gateway leads to receive tasks and message, timer, signal or conditional events only',
    );
  if (source === target && !isActivity(a.type)) return refuse('Only a step can lead back to itself');
  if (outgoing(document, source).some((flow) => ref(flow, 'targetRef') === target))
    return refuse(`There is already a flow to ${label(document, target)}`);
  return { type: 'bpmn:SequenceFlow' as const };
}

/** Whether a sequence flow may leave a node of these traits. */
export function mayStart(node: Traits): Refusal | undefined {
  if (node.type === 'bpmn:EndEvent') return refuse('Nothing follows an end event');
  if (node.triggeredByEvent) return refuse('An event sub-process has no flows: its start event begins it');
  if (node.forCompensation) return refuse('A compensation step has no flows');
  if (isCompensationEvent(node))
    return refuse('A compensation event leads to the step that undoes its own, not to a flow');
  const [trigger] = node.triggers;
  if (node.type === 'bpmn:IntermediateThrowEvent' && trigger === 'bpmn:LinkEventDefinition')
    return refuse('A throwing link goes on at the link event of the same name');
  return undefined;
}

/** Whether a sequence flow may reach a node of these traits. */
export function mayEnd(node: Traits): Refusal | undefined {
  if (node.type === 'bpmn:StartEvent') return refuse('Nothing leads to a start event');
  if (node.type === 'bpmn:BoundaryEvent')
    return refuse('A boundary event is reached by its step, not by a flow');
  if (node.triggeredByEvent) return refuse('An event sub-process has no flows: its start event begins it');
  if (node.forCompensation) return refuse('A compensation step is reached by its compensation event only');
  if (node.type === 'bpmn:IntermediateCatchEvent' && node.triggers[0] === 'bpmn:LinkEventDefinition')
    return refuse('A catching link is reached by the link event of the same name');
  return undefined;
}

/** Whether it is the event on a step's border that leads to what undoes the step. */
export const isCompensationEvent = (node: Traits): boolean =>
  node.type === 'bpmn:BoundaryEvent' && node.triggers.includes('bpmn:CompensateEventDefinition');

/** What undoes a step is no part of the flow: it becomes a compensation step by being connected (BPMN 2.0.2, 10.7). */
function compensationBetween(
  document: ProcessDocument,
  source: ElementId,
  target: ElementId,
  b: Traits,
): { type: ConnectionType } | Refusal {
  if (!isActivity(b.type) || b.triggeredByEvent)
    return refuse('A compensation event leads to the step that undoes its own, and to nothing else');
  if (mustGet(document, source).parent !== mustGet(document, target).parent)
    return refuse('What undoes a step is in the same process or sub-process');
  if (ref(get(document, source), 'attachedToRef') === target)
    return refuse('A step can’t undo itself: connect the one that undoes it');
  if (incoming(document, target).length + outgoing(document, target).length > 0)
    return refuse('What undoes a step has no flows: delete those of this step first');
  if (boundaryEvents(document, target).length > 0)
    return refuse('What undoes a step carries no boundary events: delete those of this step first');
  return { type: 'bpmn:Association' };
}

function associationBetween(source: ElementId, target: ElementId, a: Traits, b: Traits) {
  if (source === target) return refuse('A note can’t be attached to itself');
  if (![a, b].every(({ type }) => mayBeNoted(type)))
    return refuse('A note is attached to what is drawn: a step, a flow or a pool');
  if (isArtifact(a.type) && isArtifact(b.type)) return refuse('Attach a note to a step, not to another note');
  return { type: 'bpmn:Association' as const };
}

/** What stands in a drawing, lines included. */
const mayBeNoted = (type: string): boolean =>
  isFlowNode(type) ||
  isData(type) ||
  isArtifact(type) ||
  /^bpmn:(?:Participant|(?:Sequence|Message)Flow|Association|Data(?:Input|Output)Association)$/.test(type);

function dataBetween(a: Traits, b: Traits): { type: ConnectionType } | Refusal {
  if (isData(a.type) && (isActivity(b.type) || catches(b, 'throw')))
    return { type: 'bpmn:DataInputAssociation' };
  if (isData(b.type) && (isActivity(a.type) || catches(a, 'catch')))
    return { type: 'bpmn:DataOutputAssociation' };
  return refuse('Data is read and written by steps and events only');
}

const catches = (node: Traits, how: 'catch' | 'throw'): boolean =>
  how === 'throw'
    ? /ThrowEvent$|EndEvent$/.test(node.type)
    : /CatchEvent$|StartEvent$|BoundaryEvent$/.test(node.type);

function messageBetween(a: Traits, b: Traits): { type: ConnectionType } | Refusal {
  const message = 'bpmn:MessageEventDefinition';
  const sends =
    a.type === 'bpmn:Participant' ||
    isActivity(a.type) ||
    (catches(a, 'throw') && a.triggers.includes(message));
  const receives =
    b.type === 'bpmn:Participant' ||
    isActivity(b.type) ||
    (catches(b, 'catch') && (b.triggers.includes(message) || b.triggers.length === 0));
  if (!sends) return refuse('Between pools go messages only, and this element doesn’t send any');
  if (!receives) return refuse('Between pools go messages only, and this element doesn’t receive any');
  return { type: 'bpmn:MessageFlow' };
}

/** What makes two elements belong to different pools: the process, or the pool itself. */
function ownerOf(document: ProcessDocument, id: ElementId): ElementId | undefined {
  const element = get(document, id);
  if (element?.type === 'bpmn:Participant') return ref(element, 'processRef') ?? id;
  return processOf(document, id)?.id;
}

/** Whether an event may sit on the border of an activity. */
export function canAttach(document: ProcessDocument, event: Traits, host: ElementId): Allowed | Refusal {
  const target = traitsOf(document, host);
  if (!target || !isActivity(target.type))
    return refuse('Only steps and sub-processes carry boundary events');
  if (target.triggeredByEvent) return refuse('An event sub-process carries no boundary events');
  if (target.forCompensation) return refuse('A compensation step carries no boundary events');
  if (followsEventGateway(document, host))
    return refuse('A receive task after an event-based gateway carries no boundary events');
  if (event.type === 'bpmn:BoundaryEvent') return boundaryFits(event, target);
  if (!/^bpmn:Intermediate/.test(event.type)) return refuse('Only intermediate events can be attached');
  if (event.triggers.length === 0) return YES;
  const fits =
    event.type === 'bpmn:IntermediateCatchEvent' && event.triggers.every((type) => WAITS.includes(type));
  return fits ? YES : refuse('Only message, timer, signal and conditional events can be attached');
}

function boundaryFits(event: Traits, host: Traits): Allowed | Refusal {
  if (event.triggers.includes('bpmn:CancelEventDefinition') && host.type !== 'bpmn:Transaction')
    return refuse('A cancel event sits on a transaction only');
  return YES;
}

function followsEventGateway(document: ProcessDocument, host: ElementId): boolean {
  const element = get(document, host);
  if (element?.type !== 'bpmn:ReceiveTask') return false;
  return childrenOf(document, element.parent ?? '', 'flowElements').some(
    (flow) =>
      flow.type === 'bpmn:SequenceFlow' &&
      ref(flow, 'targetRef') === host &&
      get(document, ref(flow, 'sourceRef'))?.type === 'bpmn:EventBasedGateway',
  );
}

/**
 * Whether an element of these traits may be contained in a process, sub-process or collaboration.
 * @param as the type the container is about to have, when it is another one.
 */
export function canContain(
  document: ProcessDocument,
  node: Traits,
  container: ElementId,
  as?: string,
): Allowed | Refusal {
  const known = get(document, container);
  if (!known) return refuse('This element is no longer there');
  const target = { type: as ?? known.type };
  if (node.type === 'bpmn:Participant')
    return target.type === 'bpmn:Process' || target.type === 'bpmn:Collaboration'
      ? YES
      : refuse('A pool stands on its own, not inside another element');
  if (target.type === 'bpmn:Collaboration')
    return isArtifact(node.type) ? YES : refuse('Steps belong inside a pool');
  if (target.type !== 'bpmn:Process' && !isSubProcess(target.type))
    return refuse(`${label(document, container)} can’t contain other elements`);
  if (
    target.type === 'bpmn:AdHocSubProcess' &&
    (node.type === 'bpmn:StartEvent' || node.type === 'bpmn:EndEvent')
  )
    return refuse('An ad-hoc sub-process has no start and end events');
  if (
    node.type === 'bpmn:EndEvent' &&
    node.triggers.includes('bpmn:CancelEventDefinition') &&
    target.type !== 'bpmn:Transaction'
  )
    return refuse('A cancel end event belongs inside a transaction');
  return YES;
}

/** Whether a node may be put into a sequence flow: A → node → B. */
export function canDropOnFlow(document: ProcessDocument, node: Traits, flow: ElementId): Allowed | Refusal {
  const element = get(document, flow);
  if (element?.type !== 'bpmn:SequenceFlow') return refuse('Steps can be dropped on sequence flows only');
  if (!isFlowNode(node.type)) return refuse('Only steps, events and gateways can be put into a flow');
  const refusal = mayEnd(node) ?? mayStart(node);
  if (refusal) return refusal;
  const source = traitsOf(document, ref(element, 'sourceRef'));
  const target = traitsOf(document, ref(element, 'targetRef'));
  if (source?.type === 'bpmn:EventBasedGateway' && !mayFollowEventGateway(node))
    return refuse('An event-based gateway must be followed by what it waits for');
  if (node.type === 'bpmn:EventBasedGateway' && target && !mayFollowEventGateway(target))
    return refuse('An event-based gateway must be followed by what it waits for');
  return YES;
}

/** Sizes are fixed for steps, events and gateways, so that diagrams look alike everywhere. */
export function canResize(document: ProcessDocument, id: ElementId, expanded: boolean): boolean {
  const type = get(document, id)?.type ?? '';
  return (isSubProcess(type) && expanded) || /^bpmn:(Participant|Lane|Group|TextAnnotation)$/.test(type);
}

/** Smallest sizes, in diagram pixels. */
export function leastSize(type: string): { width: number; height: number } {
  if (type === 'bpmn:Participant') return { width: 300, height: 150 };
  if (type === 'bpmn:Lane') return { width: 300, height: 60 };
  return isSubProcess(type) ? { width: 140, height: 120 } : { width: 50, height: 30 };
}

/** Whether anything may be appended to a node of these traits. */
export function canAppend(source: Traits, next: Traits): Allowed | Refusal {
  if (isArtifact(next.type)) return YES;
  if (isCompensationEvent(source))
    return isActivity(next.type) && !next.triggeredByEvent
      ? YES
      : refuse('A compensation event leads to the step that undoes its own, and to nothing else');
  const refusal = mayStart(source) ?? mayEnd(next);
  if (refusal) return refusal;
  if (!isFlowNode(source.type) || !isFlowNode(next.type))
    return refuse('Only steps, events and gateways have flows');
  if (source.type === 'bpmn:EventBasedGateway' && !mayFollowEventGateway(next))
    return refuse('An event-based gateway leads to what it waits for');
  return YES;
}

/** What a sentence calls an element: its name, or its kind. */
export function label(document: ProcessDocument, id: ElementId | undefined): string {
  const element = get(document, id);
  const name = nameOf(element).replace(/\s+/g, ' ').trim();
  if (name) return `“${name}”`;
  const kind = (element?.type ?? 'element').replace(/^.*:/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return `the ${kind.toLowerCase()}`;
}
