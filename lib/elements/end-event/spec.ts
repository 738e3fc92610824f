import { eventAudit } from '@/lib/triggers/audit';
import { explainPosition } from '@/lib/triggers/explain';
import { eventView } from '@/lib/triggers/view';
import { defineElement } from '../define';
import { eventBinding } from '../event/binding';
import { eventWorker } from '../event/work';
import { endAudit } from './audit';
import { endEventKind } from './kind';

export const endEvent = defineElement({
  ...endEventKind,
  notExecutable: explainPosition,
  schema: eventView,
  bpmn: eventBinding,
  compiler: { behavior: 'end-event', compile: () => ({}) },
  compilerFor: eventWorker,
  audit: (event, context) => endAudit(event, context) ?? eventAudit(event, context),
});
