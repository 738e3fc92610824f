import { eventAudit } from '@/lib/triggers/audit';
import { explainPosition } from '@/lib/triggers/explain';
import { eventView } from '@/lib/triggers/view';
import { defineElement } from '../define';
import { eventBinding } from '../event/binding';
import { eventWorker } from '../event/work';
import { throwEventKind } from './kind';

export const throwEvent = defineElement({
  ...throwEventKind,
  notExecutable: explainPosition,
  schema: eventView,
  bpmn: eventBinding,
  compiler: { behavior: 'throw-event', compile: () => ({}) },
  compilerFor: eventWorker,
  audit: eventAudit,
});
