import { z } from 'zod';
import { eventDefinitionsOf, mustGet } from '@/lib/document';
import { eventAudit } from '@/lib/triggers/audit';
import { explainPosition } from '@/lib/triggers/explain';
import { eventView } from '@/lib/triggers/view';
import { defineElement } from '../define';
import { interruptingBinding } from '../event/binding';
import { formBinding, formOf, formView } from '../form/bpmn';
import { formProblem } from '../form/rules';
import { formVariables } from '../form/scope';
import { joinPatches } from '../patch';
import { startAudit } from './audit';
import { startEventKind } from './kind';

const schema = eventView.extend({
  form: formView,
  /** Of an event sub-process: whether it stops what runs around it. */
  interrupting: z.boolean().default(true),
});
type View = z.infer<typeof schema>;

const form = formBinding(z.object({ form: formView }));
const event = interruptingBinding<View>('isInterrupting');

export const startEvent = defineElement({
  ...startEventKind,
  notExecutable: explainPosition,
  schema,
  bpmn: {
    read: (document, id) => ({ ...event.read(document, id), form: form.read(document, id).form }),
    write: (view, document, id) =>
      joinPatches(event.write(view, document, id), form.write({ form: view.form }, document, id)),
  },
  compiler: {
    behavior: 'start-event',
    compile: ({ document, element }) => ({ form: formOf(document, element.id).form }),
  },
  rules: [formProblem],
  produces: (document, element) => formVariables(formOf(document, element.id).form),
  // without a form anything may be handed over at the start, and a message or signal brings what it likes
  producesAnything: (document, element) =>
    eventDefinitionsOf(document, element.id).length > 0 ||
    formOf(document, mustGet(document, element.id).id).form === null,
  audit: (event, context) => startAudit(event, context) ?? eventAudit(event, context),
});
