import { defineKind } from '../define';

export const dataObjectKind = defineKind({
  kind: 'data-object',
  category: 'data',
  label: 'Data',
  description: 'Information that steps use; what is connected to it reads and writes a variable of its name.',
  bpmnTypes: ['bpmn:DataObjectReference', 'bpmn:DataObject', 'bpmn:DataInput', 'bpmn:DataOutput'],
  ports: { incoming: false, outgoing: false },
  size: { width: 36, height: 50 },
  variants: [
    { id: 'data-object', label: 'Data object', seed: { type: 'bpmn:DataObjectReference' }, primary: true },
  ],
  executable: true,
});
