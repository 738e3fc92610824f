import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { get } from '@/lib/document';
import type { TriggerName } from './define';

/** Where an event stands, as the columns of BPMN 2.0.2, table 10.93; `inner-start` begins an embedded sub-process. */
export type Position =
  | 'start'
  | 'inner-start'
  | 'event-sub-process'
  | 'event-sub-process-beside'
  | 'catch'
  | 'boundary'
  | 'boundary-beside'
  | 'throw'
  | 'end';

const CATCHING: readonly Position[] = [
  'start',
  'event-sub-process',
  'event-sub-process-beside',
  'catch',
  'boundary',
  'boundary-beside',
];

/** Which positions an event definition may take (BPMN 2.0.2, table 10.93). */
export const POSITIONS: Readonly<Record<TriggerName, readonly Position[]>> = {
  none: ['start', 'inner-start', 'throw', 'end'],
  timer: CATCHING,
  message: [...CATCHING, 'throw', 'end'],
  signal: [...CATCHING, 'throw', 'end'],
  conditional: CATCHING,
  error: ['event-sub-process', 'boundary', 'end'],
  escalation: [
    'event-sub-process',
    'event-sub-process-beside',
    'boundary',
    'boundary-beside',
    'throw',
    'end',
  ],
  // what it reacts to is over: whether it interrupts says nothing
  compensation: [
    'event-sub-process',
    'event-sub-process-beside',
    'boundary',
    'boundary-beside',
    'throw',
    'end',
  ],
  cancel: ['boundary', 'end'],
  link: ['catch', 'throw'],
  terminate: ['end'],
};

/** The position of an event; undefined for what is no event. */
export function positionOf(document: ProcessDocument, element: DocElement): Position | undefined {
  switch (element.type) {
    case 'bpmn:StartEvent':
      return startPosition(document, element);
    case 'bpmn:BoundaryEvent':
      return element.attrs.cancelActivity === false ? 'boundary-beside' : 'boundary';
    case 'bpmn:IntermediateCatchEvent':
      return 'catch';
    case 'bpmn:IntermediateThrowEvent':
    case 'bpmn:ImplicitThrowEvent':
      return 'throw';
    case 'bpmn:EndEvent':
      return 'end';
    default:
      return undefined;
  }
}

function startPosition(document: ProcessDocument, element: DocElement): Position {
  const scope = get(document, element.parent);
  if (scope?.attrs.triggeredByEvent === true)
    return element.attrs.isInterrupting === false ? 'event-sub-process-beside' : 'event-sub-process';
  return scope === undefined || scope.type === 'bpmn:Process' ? 'start' : 'inner-start';
}
