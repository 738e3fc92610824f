import { defineKind } from '../define';

export const callActivityKind = defineKind({
  kind: 'call-activity',
  category: 'activity',
  label: 'Call',
  description: 'Runs another process and goes on when that has ended; or does a task that the file shares.',
  bpmnTypes: ['bpmn:CallActivity'],
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [{ id: 'call-activity', label: 'Call a process', seed: { type: 'bpmn:CallActivity' } }],
  morphGroup: 'activity',
  executable: true,
});
