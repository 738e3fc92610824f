import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';

export const task = defineElement({
  kind: 'task',
  category: 'activity',
  label: 'Task',
  description: 'A step that only documents what happens; the process goes on at once.',
  bpmnTypes: ['bpmn:Task', 'bpmn:ManualTask'],
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [
    { id: 'task', label: 'Task', seed: { type: 'bpmn:Task' }, primary: true },
    { id: 'task.manual', label: 'Manual task', seed: { type: 'bpmn:ManualTask' } },
  ],
  morphGroup: 'activity',
  executable: true,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'task', compile: () => ({}) },
});
