import { defineKind } from '../define';
import { extensionOf } from '../extension-values';
import { approvalSeed } from './seed';

export const approvalKind = defineKind({
  kind: 'approval',
  category: 'activity',
  label: 'Approval',
  description: 'A person decides, signs what was shown, and the decision is proven afterwards.',
  bpmnTypes: ['bpmn:UserTask'],
  match: (_document, element) => extensionOf(element, 'countersign:Approval') !== undefined,
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [{ id: 'approval', label: 'Approval', seed: approvalSeed, primary: true }],
  morphGroup: 'activity',
  executable: true,
});
