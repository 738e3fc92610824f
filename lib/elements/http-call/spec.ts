import { defineElement } from '../define';
import { workAudit } from '../service-task/audit';
import { httpCallBpmn, httpCallSchema } from './bpmn';
import { compileHttpCall } from './compile';
import { httpCallKind } from './kind';
import { httpSecret, httpUrl } from './rules';

export const httpCall = defineElement({
  ...httpCallKind,
  schema: httpCallSchema,
  bpmn: httpCallBpmn,
  compiler: { behavior: 'http-call', compile: compileHttpCall },
  rules: [httpUrl, httpSecret],
  produces: (document, element) => [
    {
      name: httpCallBpmn.read(document, element.id).resultVariable,
      type: 'context',
      entries: [
        { name: 'status', type: 'number' },
        { name: 'headers', type: 'context' },
        { name: 'body', type: 'any' },
      ],
    },
  ],
  audit: workAudit,
});
