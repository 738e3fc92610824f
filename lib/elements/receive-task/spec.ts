import { eventAudit } from '@/lib/triggers/audit';
import { defineElement } from '../define';
import { messageSchema, messageTaskBinding } from './binding';
import { receiveTaskKind } from './kind';
import { instantiatesProcess } from './rules';

export const receiveTask = defineElement({
  ...receiveTaskKind,
  schema: messageSchema,
  bpmn: messageTaskBinding,
  compiler: { behavior: 'receive-task', compile: () => ({}) },
  rules: [instantiatesProcess],
  producesAnything: () => true,
  audit: eventAudit,
});
