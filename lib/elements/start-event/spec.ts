import { z } from 'zod';
import { eventDefinitionsOf, mustGet } from '@/lib/document';
import { defineElement } from '../define';
import { formBinding, formOf, formView } from '../form/bpmn';
import { formProblem } from '../form/rules';
import { formVariables } from '../form/scope';
import { startAudit } from './audit';

const schema = z.object({ form: formView });

export const startEvent = defineElement({
  kind: 'start-event',
  category: 'event',
  label: 'Start',
  description: 'Where the process begins, by a person with a form or by a call.',
  bpmnTypes: ['bpmn:StartEvent'],
  match: (document, element) => eventDefinitionsOf(document, element.id).length === 0,
  ports: { incoming: false, outgoing: true },
  size: { width: 36, height: 36 },
  variants: [{ id: 'start-event', label: 'Start', seed: { type: 'bpmn:StartEvent' }, primary: true }],
  morphGroup: 'start',
  executable: true,
  schema,
  bpmn: formBinding(schema),
  compiler: {
    behavior: 'start-event',
    compile: ({ document, element }) => ({ form: formOf(document, element.id).form }),
  },
  rules: [formProblem],
  produces: (document, element) => formVariables(formOf(document, element.id).form),
  // without a form anything may be handed over at the start
  producesAnything: (document, element) => formOf(document, mustGet(document, element.id).id).form === null,
  audit: startAudit,
});
