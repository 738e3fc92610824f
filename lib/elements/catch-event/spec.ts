import { eventAudit } from '@/lib/triggers/audit';
import { explainPosition } from '@/lib/triggers/explain';
import { eventView, triggerName } from '@/lib/triggers/view';
import { defineElement } from '../define';
import { eventBinding } from '../event/binding';
import { catchEventKind } from './kind';

export const catchEvent = defineElement({
  ...catchEventKind,
  notExecutable: explainPosition,
  schema: eventView,
  bpmn: eventBinding,
  compiler: { behavior: 'catch-event', compile: () => ({}) },
  // a message or a signal brings what it likes
  producesAnything: (document, element) => /message|signal|multiple/.test(triggerName(document, element.id)),
  audit: eventAudit,
});
