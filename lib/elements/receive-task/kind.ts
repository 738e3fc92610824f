import { defineKind } from '../define';

export const receiveTaskKind = defineKind({
  kind: 'receive-task',
  category: 'activity',
  label: 'Receive message',
  description: 'Waits for a message; it can also start the process with it.',
  bpmnTypes: ['bpmn:ReceiveTask'],
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [
    { id: 'receive-task', label: 'Receive message', seed: { type: 'bpmn:ReceiveTask' } },
    {
      id: 'receive-task.instantiate',
      label: 'Receive message, starts the process',
      seed: { type: 'bpmn:ReceiveTask', attrs: { instantiate: true } },
    },
  ],
  morphGroup: 'activity',
  executable: true,
});
