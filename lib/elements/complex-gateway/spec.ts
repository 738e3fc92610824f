import { z } from 'zod';
import { expressionText } from '@/lib/document';
import { defineElement } from '../define';
import { writeExpressions } from '../write-expressions';
import { compileComplexGateway } from './compile';

const schema = z.object({
  /** FEEL over `activationCount` and the variables; empty: it waits for all that can still arrive. */
  activationCondition: z.string().default(''),
});

export const complexGateway = defineElement({
  kind: 'complex-gateway',
  category: 'gateway',
  label: 'Complex',
  description: 'Goes on as soon as its own condition on what has arrived is true.',
  bpmnTypes: ['bpmn:ComplexGateway'],
  ports: { incoming: true, outgoing: true },
  size: { width: 50, height: 50 },
  variants: [{ id: 'complex-gateway', label: 'Complex gateway', seed: { type: 'bpmn:ComplexGateway' } }],
  morphGroup: 'gateway',
  executable: true,
  schema,
  bpmn: {
    read: (document, id) => ({
      activationCondition: (expressionText(document.elements[id], 'activationCondition') ?? '').trim(),
    }),
    write: (view, document, id) => writeExpressions(document, id, view),
  },
  compiler: { behavior: 'complex-gateway', compile: compileComplexGateway },
});
