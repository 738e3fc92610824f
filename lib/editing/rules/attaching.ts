import { childrenOf, type ElementId, get, type ProcessDocument, ref } from '@/lib/document';
import { isActivity, type Traits, traitsOf } from '../traits';
import { type Refusal, refuse } from '../types';
import { type Allowed, YES } from './allowed';
import { WAITS } from './flows';

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
