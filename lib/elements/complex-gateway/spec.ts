import { z } from 'zod';
import { expressionText } from '@/lib/document';
import { defineElement } from '../define';
import { writeExpressions } from '../write-expressions';
import { compileComplexGateway } from './compile';
import { complexGatewayKind } from './kind';

const schema = z.object({
  /** FEEL over `activationCount` and the variables; empty: it waits for all that can still arrive. */
  activationCondition: z.string().default(''),
});

export const complexGateway = defineElement({
  ...complexGatewayKind,
  schema,
  bpmn: {
    read: (document, id) => ({
      activationCondition: (expressionText(document.elements[id], 'activationCondition') ?? '').trim(),
    }),
    write: (view, document, id) => writeExpressions(document, id, view),
  },
  compiler: { behavior: 'complex-gateway', compile: compileComplexGateway },
});
