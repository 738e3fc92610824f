import { eventDefinitionsOf } from '@/lib/document';
import { timerAudit } from '@/lib/triggers/timer/audit';
import { defineElement, type Seed } from '../define';
import { boundaryEventBpmn, boundaryEventSchema, compileBoundaryEvent } from './bpmn';
import { boundaryHost, boundaryLeadsOn, errorInterrupts } from './rules';

const TRIGGERS = ['bpmn:TimerEventDefinition', 'bpmn:ErrorEventDefinition'];

const timer: Seed = {
  type: 'bpmn:TimerEventDefinition',
  values: { timeDuration: { $type: 'bpmn:FormalExpression', body: 'PT4H' } },
};

export const boundaryEvent = defineElement({
  kind: 'boundary-event',
  category: 'event',
  label: 'Border event',
  description: 'Reacts while a step is running: after some time, or when it fails with an error.',
  bpmnTypes: ['bpmn:BoundaryEvent'],
  match(document, element) {
    const definitions = eventDefinitionsOf(document, element.id);
    return definitions.length === 1 && TRIGGERS.includes(definitions[0]?.type ?? '');
  },
  ports: { incoming: false, outgoing: true },
  size: { width: 36, height: 36 },
  variants: [
    {
      id: 'boundary-event.timer',
      label: 'After some time, stop the step',
      seed: { type: 'bpmn:BoundaryEvent', children: { eventDefinitions: [timer] } },
      primary: true,
    },
    {
      id: 'boundary-event.reminder',
      label: 'After some time, go on beside it',
      seed: {
        type: 'bpmn:BoundaryEvent',
        attrs: { cancelActivity: false },
        children: { eventDefinitions: [timer] },
      },
    },
    {
      id: 'boundary-event.error',
      label: 'On an error',
      seed: {
        type: 'bpmn:BoundaryEvent',
        children: { eventDefinitions: [{ type: 'bpmn:ErrorEventDefinition' }] },
      },
    },
  ],
  morphGroup: 'boundary',
  executable: true,
  schema: boundaryEventSchema,
  bpmn: boundaryEventBpmn,
  compiler: { behavior: 'boundary-event', compile: compileBoundaryEvent },
  rules: [boundaryHost, errorInterrupts, boundaryLeadsOn],
  audit: timerAudit,
});
