import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { eventDefinitionsOf } from '@/lib/document';

const EVENTS: Record<string, string> = {
  'bpmn:StartEvent': 'start event',
  'bpmn:EndEvent': 'end event',
  'bpmn:IntermediateCatchEvent': 'catch event',
  'bpmn:IntermediateThrowEvent': 'throw event',
  'bpmn:BoundaryEvent': 'border event',
};

const OTHERS: Record<string, string> = {
  'bpmn:ReceiveTask': 'receive task',
  'bpmn:CallActivity': 'call activity',
  'bpmn:Transaction': 'transaction',
  'bpmn:AdHocSubProcess': 'ad-hoc sub-process',
  'bpmn:InclusiveGateway': 'inclusive gateway',
  'bpmn:ComplexGateway': 'complex gateway',
  'bpmn:EventBasedGateway': 'event-based gateway',
  'bpmn:ChoreographyTask': 'choreography task',
  'bpmn:SubChoreography': 'sub-choreography',
  'bpmn:CallChoreography': 'call choreography',
};

/** What an element is called in a sentence: “message start event”, “inclusive gateway”. */
export function typeName(document: ProcessDocument, element: DocElement): string {
  const event = EVENTS[element.type];
  if (event !== undefined) return `${triggerName(document, element)}${event}`;
  if (element.type === 'bpmn:SubProcess')
    return element.attrs.triggeredByEvent === true ? 'event sub-process' : 'sub-process';
  const known = OTHERS[element.type];
  if (known !== undefined) return known;
  const local = element.type.slice(element.type.indexOf(':') + 1);
  return local.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function triggerName(document: ProcessDocument, element: DocElement): string {
  const definitions = eventDefinitionsOf(document, element.id);
  if (definitions.length > 1)
    return element.attrs.parallelMultiple === true ? 'parallel multiple ' : 'multiple ';
  const trigger = /^bpmn:(\w+)EventDefinition$/.exec(definitions[0]?.type ?? '')?.[1];
  return trigger ? `${trigger.toLowerCase()} ` : '';
}
