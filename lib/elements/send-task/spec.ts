import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { ref } from '@/lib/document';
import { eventAudit } from '@/lib/triggers/audit';
import { flowsAt } from '@/lib/triggers/message/flows';
import { defineElement } from '../define';
import { extensionOf } from '../extension-values';
import { messageSchema, messageTaskBinding } from '../receive-task/binding';
import { implementationOf } from '../service-task/bpmn';

/** Whether a send task says what it sends and nobody else does the sending. */
export function sendsMessage(document: ProcessDocument, element: DocElement): boolean {
  const { type, foreign } = implementationOf(element);
  if (type !== undefined || foreign !== undefined || extensionOf(element, 'zeebe:TaskDefinition'))
    return false;
  return (
    ref(element, 'messageRef') !== undefined ||
    ref(element, 'operationRef') !== undefined ||
    flowsAt(document, element, 'send').length > 0
  );
}

export const sendTask = defineElement({
  kind: 'send-task',
  category: 'activity',
  label: 'Send message',
  description: 'Sends a message to whoever waits for it; the process goes on at once.',
  bpmnTypes: ['bpmn:SendTask'],
  match: sendsMessage,
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  // drawn as external work, it becomes this when it is told what it sends
  variants: [],
  morphGroup: 'activity',
  executable: true,
  schema: messageSchema,
  bpmn: messageTaskBinding,
  compiler: { behavior: 'throw-event', compile: () => ({}) },
  audit: eventAudit,
});
