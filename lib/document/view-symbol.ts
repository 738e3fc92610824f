import { coloursOf } from './colours';
import { diBounds } from './diagram';
import { extension } from './extensions';
import { childrenOf, eventDefinitionsOf, get, nameOf, ref } from './selectors';
import type { DocElement, ProcessDocument } from './types';
import type { EventPosition, EventTrigger, SymbolMarker, SymbolShape, SymbolSpec } from './view-types';

const POSITIONS: Record<string, EventPosition> = {
  'bpmn:StartEvent': 'start',
  'bpmn:IntermediateCatchEvent': 'catch',
  'bpmn:IntermediateThrowEvent': 'throw',
  'bpmn:BoundaryEvent': 'boundary',
  'bpmn:EndEvent': 'end',
};
const TRIGGERS: Record<string, EventTrigger> = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:CancelEventDefinition': 'cancel',
  'bpmn:CompensateEventDefinition': 'compensation',
  'bpmn:ConditionalEventDefinition': 'conditional',
  'bpmn:LinkEventDefinition': 'link',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:TerminateEventDefinition': 'terminate',
};
const SHAPES: Record<string, SymbolShape> = {
  'bpmn:SubProcess': 'subprocess',
  'bpmn:Transaction': 'subprocess',
  'bpmn:AdHocSubProcess': 'subprocess',
  'bpmn:CallActivity': 'callActivity',
  'bpmn:DataObjectReference': 'dataObject',
  'bpmn:DataObject': 'dataObject',
  'bpmn:DataInput': 'dataObject',
  'bpmn:DataOutput': 'dataObject',
  'bpmn:DataStoreReference': 'dataStore',
  'bpmn:DataStore': 'dataStore',
  'bpmn:TextAnnotation': 'annotation',
  'bpmn:Group': 'group',
  'bpmn:Participant': 'pool',
  'bpmn:Lane': 'lane',
};

/** Everything that decides how an element looks, from the element and the shape that draws it. */
export function symbolOf(
  document: ProcessDocument,
  element: DocElement,
  di: DocElement,
  expanded: boolean,
): SymbolSpec {
  const shape = shapeFor(element.type);
  const { width = 100, height = 80 } = diBounds(di) ?? {};
  const markers = markersOf(document, element);
  const label = labelOf(document, element);
  return {
    shape,
    bpmnType: element.type,
    width,
    height,
    ...(label && { label }),
    ...(shape === 'event' && eventSpec(document, element)),
    ...(markers.length > 0 && { markers }),
    ...(extension(document, element.id, 'countersign:AiCall') && { ai: true }),
    ...(extension(document, element.id, 'countersign:Approval') && { approval: true }),
    ...activitySpec(document, element, expanded),
    ...givenLook(document, element, di),
    ...((shape === 'pool' || shape === 'lane') && { horizontal: di.attrs.isHorizontal !== false }),
  };
}

/** What the file says about looks alone: colours, and whether an exclusive gateway shows its X. */
function givenLook(
  document: ProcessDocument,
  element: DocElement,
  di: DocElement,
): Pick<SymbolSpec, 'colours' | 'marked'> {
  const colours = coloursOf(document, di);
  const unmarked = di.attrs.isMarkerVisible === false && element.type === 'bpmn:ExclusiveGateway';
  return { ...(unmarked && { marked: false }), ...(colours && { colours }) };
}

function shapeFor(type: string): SymbolShape {
  if (Object.hasOwn(POSITIONS, type)) return 'event';
  if (Object.hasOwn(SHAPES, type)) return SHAPES[type] ?? 'other';
  if (/^bpmn:\w*Gateway$/.test(type)) return 'gateway';
  return /^bpmn:\w*Task$/.test(type) && !/Choreography/.test(type) ? 'task' : 'other';
}

/** The trigger an event shows: its one definition, or that there are several. */
export function triggerOf(document: ProcessDocument, event: DocElement): EventTrigger {
  const definitions = eventDefinitionsOf(document, event.id);
  if (definitions.length > 1) return event.attrs.parallelMultiple === true ? 'parallelMultiple' : 'multiple';
  return TRIGGERS[definitions[0]?.type ?? ''] ?? 'none';
}

function eventSpec(document: ProcessDocument, event: DocElement): Partial<SymbolSpec> {
  const { isInterrupting, cancelActivity } = event.attrs;
  return {
    position: POSITIONS[event.type] ?? 'start',
    trigger: triggerOf(document, event),
    interrupting: isInterrupting !== false && cancelActivity !== false,
  };
}

function activitySpec(
  document: ProcessDocument,
  element: DocElement,
  expanded: boolean,
): Partial<SymbolSpec> {
  const shape = shapeFor(element.type);
  if (shape === 'pool') return { expanded: get(document, ref(element, 'processRef')) !== undefined };
  if (shape === 'callActivity') {
    const called = get(document, String(element.attrs.calledElement ?? ''));
    return { expanded, ...(called && /Global\w*Task$/.test(called.type) && { calledType: called.type }) };
  }
  if (shape !== 'subprocess') return {};
  if (element.attrs.triggeredByEvent !== true) return { expanded };
  const start = childrenOf(document, element.id, 'flowElements').find(
    ({ type }) => type === 'bpmn:StartEvent',
  );
  const { trigger, interrupting } = start ? eventSpec(document, start) : {};
  return { expanded, triggeredByEvent: true, ...(start && { trigger, interrupting }) };
}

function markersOf(document: ProcessDocument, element: DocElement): SymbolMarker[] {
  const markers: SymbolMarker[] = [];
  const loop = childrenOf(document, element.id, 'loopCharacteristics')[0];
  if (loop?.type === 'bpmn:StandardLoopCharacteristics') markers.push('loop');
  else if (loop) markers.push(loop.attrs.isSequential === true ? 'miSequential' : 'miParallel');
  if (childrenOf(document, element.id, 'participantMultiplicity').length > 0) markers.push('miParallel');
  if (element.attrs.isForCompensation === true) markers.push('compensation');
  if (element.type === 'bpmn:AdHocSubProcess') markers.push('adHoc');
  const data =
    element.type === 'bpmn:DataObjectReference' ? get(document, ref(element, 'dataObjectRef')) : element;
  if (data?.attrs.isCollection === true) markers.push('collection');
  if (element.type === 'bpmn:DataInput') markers.push('input');
  if (element.type === 'bpmn:DataOutput') markers.push('output');
  if (element.attrs.instantiate === true) {
    markers.push(element.attrs.eventGatewayType === 'Parallel' ? 'parallelInstantiate' : 'instantiate');
  }
  return markers;
}

/** The words beside or inside a symbol. */
export function labelOf(document: ProcessDocument, element: DocElement): string {
  if (element.type === 'bpmn:TextAnnotation') return String(element.attrs.text ?? '');
  if (element.type === 'bpmn:Group') {
    return String(get(document, ref(element, 'categoryValueRef'))?.attrs.value ?? nameOf(element));
  }
  const state = nameOf(childrenOf(document, element.id, 'dataState')[0]);
  const name = nameOf(element);
  // Some tools write the state into the name as well.
  return state && !name.endsWith(`[${state}]`) ? `${name} [${state}]`.trim() : name;
}
