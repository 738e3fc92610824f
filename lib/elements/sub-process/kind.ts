import { defineKind } from '../define';

export const subProcessKind = defineKind({
  kind: 'sub-process',
  category: 'container',
  label: 'Sub-process',
  description: 'A part of the process with its own steps; it is done when all of them are.',
  bpmnTypes: ['bpmn:SubProcess'],
  match: (_document, element) => element.attrs.triggeredByEvent !== true,
  ports: { incoming: true, outgoing: true },
  size: { width: 350, height: 200 },
  variants: [
    { id: 'sub-process', label: 'Sub-process', seed: { type: 'bpmn:SubProcess' }, primary: true },
    { id: 'sub-process.closed', label: 'Sub-process, closed', seed: { type: 'bpmn:SubProcess' } },
  ],
  morphGroup: 'activity',
  executable: true,
});
