import { z } from 'zod';
import { mustGet } from '@/lib/document';
import { messageView, readMessage, writeMessage } from '@/lib/triggers/message/bpmn';
import type { BpmnBinding } from '../define';

/** What is edited of a task that sends or receives: its message. */
export const messageSchema = z.object({ message: messageView });
type View = z.infer<typeof messageSchema>;

/** The task itself refers to its message. */
export const messageTaskBinding: BpmnBinding<View> = {
  read(document, id) {
    const task = mustGet(document, id);
    return { message: readMessage(document, task, task) };
  },
  write(view, document, id) {
    const task = mustGet(document, id);
    return writeMessage(view.message, document, task, task);
  },
};
