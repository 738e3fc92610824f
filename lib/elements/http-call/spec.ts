import { defineElement } from '../define';
import { extensionOf } from '../extension-values';
import { workAudit } from '../service-task/audit';
import { httpCallBpmn, httpCallSchema } from './bpmn';
import { compileHttpCall } from './compile';
import { httpSecret, httpUrl } from './rules';

export const httpCall = defineElement({
  kind: 'http-call',
  category: 'activity',
  label: 'HTTP request',
  description: 'Calls another system over HTTP and keeps its answer.',
  bpmnTypes: ['bpmn:ServiceTask'],
  match: (_document, element) =>
    extensionOf(element, 'countersign:Http') !== undefined && !extensionOf(element, 'countersign:AiCall'),
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [
    {
      id: 'http-call',
      label: 'HTTP request',
      primary: true,
      seed: {
        type: 'bpmn:ServiceTask',
        values: {
          extensionElements: {
            $type: 'bpmn:ExtensionElements',
            values: [
              { $type: 'countersign:Http', method: 'GET', timeout: 'PT10S', resultVariable: 'response' },
            ],
          },
        },
      },
    },
  ],
  morphGroup: 'activity',
  executable: true,
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
