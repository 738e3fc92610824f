import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';

export const subProcess = defineElement({
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
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'sub-process', compile: () => ({}) },
  rules: [
    {
      code: 'empty-sub-process',
      check({ model, element, report }) {
        if ((model.scopes.get(element.id)?.nodes.length ?? 0) === 0)
          report('warning', 'This sub-process is empty: the process passes through it at once.');
      },
    },
  ],
});
