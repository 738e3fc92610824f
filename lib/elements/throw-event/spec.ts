import { eventDefinitionsOf } from '@/lib/document';
import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';

export const throwEvent = defineElement({
  kind: 'throw-event',
  category: 'event',
  label: 'Milestone',
  description: 'Marks that a point was reached; the process goes on at once.',
  bpmnTypes: ['bpmn:IntermediateThrowEvent'],
  match: (document, element) => eventDefinitionsOf(document, element.id).length === 0,
  ports: { incoming: true, outgoing: true },
  size: { width: 36, height: 36 },
  variants: [{ id: 'throw-event', label: 'Milestone', seed: { type: 'bpmn:IntermediateThrowEvent' } }],
  morphGroup: 'intermediate',
  executable: true,
  schema: nothingSchema,
  bpmn: nothing,
  // nothing happens at a none throw event, so it behaves as an abstract task does
  compiler: { behavior: 'task', compile: () => ({}) },
});
