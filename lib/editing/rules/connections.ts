import {
  boundaryEvents,
  type ElementId,
  get,
  incoming,
  mustGet,
  outgoing,
  type ProcessDocument,
  processOf,
  ref,
} from '@/lib/document';
import { isActivity, isArtifact, isData, isFlowNode, type Traits, traitsOf } from '../traits';
import { type Refusal, refuse } from '../types';
import { isCompensationEvent, mayEnd, mayFollowEventGateway, mayStart } from './flows';
import { label } from './label';

export type ConnectionType =
  | 'bpmn:SequenceFlow'
  | 'bpmn:MessageFlow'
  | 'bpmn:Association'
  | 'bpmn:DataInputAssociation'
  | 'bpmn:DataOutputAssociation';

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
