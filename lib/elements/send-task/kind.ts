import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { ref } from '@/lib/document';
import { flowsAt } from '@/lib/triggers/message/flows';
import { defineKind } from '../define';
import { extensionOf } from '../extension-values';
import { implementationOf } from '../service-task/implementation';

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

export const sendTaskKind = defineKind({
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
});
