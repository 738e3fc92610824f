import { eventDefinitionsOf } from '@/lib/document';
import { defineElement } from '../define';
import { endAudit } from './audit';
import { endEventBpmn, endEventSchema, endTrigger } from './bpmn';
import { compileEndEvent } from './compile';

export const endEvent = defineElement({
  kind: 'end-event',
  category: 'event',
  label: 'End',
  description: 'Where a path ends; the process is done when all paths have ended.',
  bpmnTypes: ['bpmn:EndEvent'],
  match: (document, element) =>
    endTrigger(document, element.id) !== 'other' && eventDefinitionsOf(document, element.id).length < 2,
  ports: { incoming: true, outgoing: false },
  size: { width: 36, height: 36 },
  variants: [
    { id: 'end-event', label: 'End', seed: { type: 'bpmn:EndEvent' }, primary: true },
    {
      id: 'end-event.terminate',
      label: 'Terminate: ends all paths',
      seed: {
        type: 'bpmn:EndEvent',
        children: { eventDefinitions: [{ type: 'bpmn:TerminateEventDefinition' }] },
      },
    },
    {
      id: 'end-event.error',
      label: 'Error end',
      seed: {
        type: 'bpmn:EndEvent',
        children: { eventDefinitions: [{ type: 'bpmn:ErrorEventDefinition' }] },
      },
    },
  ],
  morphGroup: 'end',
  executable: true,
  schema: endEventSchema,
  bpmn: endEventBpmn,
  compiler: { behavior: 'end-event', compile: compileEndEvent },
  audit: endAudit,
});
