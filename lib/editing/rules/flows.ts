import { type ElementId, get, type ProcessDocument, ref } from '@/lib/document';
import { isActivity, isArtifact, isFlowNode, type Traits, traitsOf } from '../traits';
import { type Refusal, refuse } from '../types';
import { type Allowed, YES } from './allowed';

/** What waits for something from outside, by event definition. */
export const WAITS = ['Message', 'Timer', 'Signal', 'Conditional'].map(
  (word) => `bpmn:${word}EventDefinition`,
);

/** Whether an event-based gateway may lead here (BPMN 2.0 §10.6.6): it waits, and nothing else. */
export function mayFollowEventGateway(node: Traits): boolean {
  if (node.type === 'bpmn:ReceiveTask') return true;
  return (
    node.type === 'bpmn:IntermediateCatchEvent' &&
    node.triggers.length > 0 &&
    node.triggers.every((type) => WAITS.includes(type))
  );
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
