import { boundaryEvents, childrenOf, type ElementId, get, type ProcessDocument } from '@/lib/document';
import { label } from '@/lib/editing';
import { readTimer } from '@/lib/triggers/timer/bpmn';
import type { Around } from './approval-summary';

/** Where the timers on the border of a step lead. */
export function otherwiseOf(document: ProcessDocument, id: ElementId): NonNullable<Around['otherwise']> {
  return boundaryEvents(document, id).flatMap((event) => {
    const timer = childrenOf(document, event.id, 'eventDefinitions').find(
      ({ type }) => type === 'bpmn:TimerEventDefinition',
    );
    const flow = Object.values(document.elements).find(
      ({ type, refs }) => type === 'bpmn:SequenceFlow' && refs.sourceRef === event.id,
    );
    const target = get(document, String(flow?.refs.targetRef ?? ''));
    if (!timer || !target) return [];
    const { value } = readTimer(document, timer);
    return [
      { after: value, to: label(document, target.id), interrupting: event.attrs.cancelActivity !== false },
    ];
  });
}
