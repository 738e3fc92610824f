import { defineKind } from '../define';
import { extensionOf } from '../extension-values';

export const userTaskKind = defineKind({
  kind: 'user-task',
  category: 'activity',
  label: 'User task',
  description: 'A step that a person does, with a form to fill in.',
  bpmnTypes: ['bpmn:UserTask'],
  match: (_document, element) => !extensionOf(element, 'countersign:Approval'),
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [
    {
      id: 'user-task',
      label: 'User task',
      primary: true,
      seed: {
        type: 'bpmn:UserTask',
        values: {
          extensionElements: { $type: 'bpmn:ExtensionElements', values: [{ $type: 'zeebe:UserTask' }] },
        },
      },
    },
  ],
  morphGroup: 'activity',
  executable: true,
});
