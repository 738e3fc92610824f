import { defineKind } from '../define';
import { extensionOf } from '../extension-values';
import { aiCallSeed } from './seed';

export const aiCallKind = defineKind({
  kind: 'ai-call',
  category: 'activity',
  label: 'AI call',
  description:
    'Asks a language model and keeps its answer with confidence and reasons; a person can check it next.',
  bpmnTypes: ['bpmn:ServiceTask'],
  match: (_document, element) => extensionOf(element, 'countersign:AiCall') !== undefined,
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [{ id: 'ai-call', label: 'AI call', primary: true, seed: aiCallSeed }],
  morphGroup: 'activity',
  executable: true,
});
