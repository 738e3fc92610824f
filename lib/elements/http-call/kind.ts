import { defineKind } from '../define';
import { extensionOf } from '../extension-values';

export const httpCallKind = defineKind({
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
});
