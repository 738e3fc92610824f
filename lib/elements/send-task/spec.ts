import { eventAudit } from '@/lib/triggers/audit';
import { defineElement } from '../define';
import { messageSchema, messageTaskBinding } from '../receive-task/binding';
import { sendTaskKind } from './kind';

export const sendTask = defineElement({
  ...sendTaskKind,
  schema: messageSchema,
  bpmn: messageTaskBinding,
  compiler: { behavior: 'throw-event', compile: () => ({}) },
  audit: eventAudit,
});
