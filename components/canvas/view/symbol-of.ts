import type {
  EventPosition,
  EventTrigger,
  SymbolMarker,
  SymbolShape,
  SymbolSpec,
} from '@/components/bpmn/types';
import {
  childrenOf,
  type DocElement,
  extensionsOf,
  nameOf,
  type ProcessDocument,
  resolve,
} from '@/lib/document';
import { isActivity, isEvent, isGateway, isSubProcess } from '@/lib/editing/traits';

const SHAPES: Record<string, SymbolShape> = {
  'bpmn:CallActivity': 'callActivity',
  'bpmn:DataObjectReference': 'dataObject',
  'bpmn:DataObject': 'dataObject',
  'bpmn:DataInput': 'dataObject',
  'bpmn:DataOutput': 'dataObject',
  'bpmn:DataStoreReference': 'dataStore',
  'bpmn:TextAnnotation': 'annotation',
  'bpmn:Group': 'group',
  'bpmn:Participant': 'pool',
  'bpmn:Lane': 'lane',
};

const POSITIONS: Record<string, EventPosition> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:BoundaryEvent': 'boundary',
  'bpmn:IntermediateCatchEvent': 'catch',
  'bpmn:IntermediateThrowEvent': 'throw',
  'bpmn:ImplicitThrowEvent': 'throw',
};

function shapeOfType(type: string): SymbolShape {
  if (isEvent(type)) return 'event';
  if (isGateway(type)) return 'gateway';
  if (isSubProcess(type)) return 'subprocess';
  return SHAPES[type] ?? (isActivity(type) ? 'task' : 'other');
}

/** How an element looks: everything its symbol needs, from the element and the shape that draws it. */
export function symbolOf(
  document: ProcessDocument,
  element: DocElement,
  shape: DocElement,
  size: { width: number; height: number },
): SymbolSpec {
  const kind = shapeOfType(element.type);
  const extensions = extensionsOf(element).map((value) => value.$type);
  return {
    shape: kind,
    bpmnType: element.type,
    ...size,
    label: labelText(document, element),
    ...(kind === 'event' ? eventLook(document, element) : {}),
    ...(kind === 'subprocess' && element.attrs.triggeredByEvent === true
      ? eventSubProcess(document, element)
      : {}),
    markers: markersOf(document, element),
    ai: element.type === 'bpmn:ServiceTask' && extensions.includes('countersign:AiCall'),
    approval: element.type === 'bpmn:UserTask' && extensions.includes('countersign:Approval'),
    expanded: kind === 'pool' ? shape.attrs.isExpanded !== false : shape.attrs.isExpanded === true,
    horizontal: shape.attrs.isHorizontal !== false,
  };
}

function labelText(document: ProcessDocument, element: DocElement): string | undefined {
  if (element.type === 'bpmn:TextAnnotation') return String(element.attrs.text ?? '') || undefined;
  const name = nameOf(element);
  if (name) return name;
  const behind = element.type === 'bpmn:Group' ? 'categoryValueRef' : 'dataObjectRef';
  const target = resolve(document, element, behind);
  return (target && String(target.attrs.value ?? nameOf(target))) || undefined;
}

function eventLook(document: ProcessDocument, element: DocElement) {
  const position = POSITIONS[element.type];
  const interrupting =
    position === 'boundary' ? element.attrs.cancelActivity !== false : element.attrs.isInterrupting !== false;
  return { position, trigger: triggerOf(document, element), interrupting };
}

function triggerOf(document: ProcessDocument, element: DocElement): EventTrigger {
  const own = childrenOf(document, element.id, 'eventDefinitions');
  const shared = resolve(document, element, 'eventDefinitionRef');
  const types = [...own, ...(shared ? [shared] : [])].map((definition) => definition.type);
  if (types.length > 1) return element.attrs.parallelMultiple === true ? 'parallelMultiple' : 'multiple';
  const word = /^bpmn:(\w+)EventDefinition$/.exec(types[0] ?? '')?.[1]?.toLowerCase();
  return word === 'compensate' ? 'compensation' : ((word as EventTrigger | undefined) ?? 'none');
}

function eventSubProcess(document: ProcessDocument, element: DocElement) {
  const start = childrenOf(document, element.id, 'flowElements').find(
    (child) => child.type === 'bpmn:StartEvent',
  );
  const trigger: EventTrigger = start ? triggerOf(document, start) : 'none';
  return { triggeredByEvent: true, trigger, interrupting: start?.attrs.isInterrupting !== false };
}

function markersOf(document: ProcessDocument, element: DocElement): SymbolMarker[] {
  const markers: SymbolMarker[] = [];
  const loop = childrenOf(document, element.id, 'loopCharacteristics')[0];
  if (loop?.type === 'bpmn:StandardLoopCharacteristics') markers.push('loop');
  else if (loop) markers.push(loop.attrs.isSequential === true ? 'miSequential' : 'miParallel');
  if (element.attrs.isForCompensation === true) markers.push('compensation');
  if (element.type === 'bpmn:AdHocSubProcess') markers.push('adHoc');
  if (
    element.attrs.isCollection === true ||
    resolve(document, element, 'dataObjectRef')?.attrs.isCollection === true
  )
    markers.push('collection');
  if (element.type === 'bpmn:DataInput') markers.push('input');
  if (element.type === 'bpmn:DataOutput') markers.push('output');
  if (element.attrs.instantiate === true)
    markers.push(element.attrs.eventGatewayType === 'Parallel' ? 'parallelInstantiate' : 'instantiate');
  return markers;
}
