import { defineKind } from '../define';

export const dataStoreKind = defineKind({
  kind: 'data-store',
  category: 'data',
  label: 'Data store',
  description: 'Shows where information is kept; it has no effect.',
  bpmnTypes: ['bpmn:DataStoreReference', 'bpmn:DataStore'],
  ports: { incoming: false, outgoing: false },
  size: { width: 50, height: 50 },
  variants: [{ id: 'data-store', label: 'Data store', seed: { type: 'bpmn:DataStoreReference' } }],
  executable: true,
});
