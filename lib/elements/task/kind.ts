import { defineKind } from '../define';

export const taskKind = defineKind({
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
});
