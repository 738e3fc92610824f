import { defineKind } from '../define';

const TYPE = 'bpmn:AdHocSubProcess';

export const adHocSubProcessKind = defineKind({
  kind: 'ad-hoc-sub-process',
  category: 'container',
  label: 'Ad-hoc sub-process',
  description: 'Steps in any order, as often as needed, until its condition is met.',
  bpmnTypes: [TYPE],
  ports: { incoming: true, outgoing: true },
  size: { width: 350, height: 200 },
  variants: [
    { id: 'ad-hoc-sub-process', label: 'Ad-hoc sub-process', seed: { type: TYPE } },
    {
      id: 'ad-hoc-sub-process.sequential',
      label: 'Ad-hoc sub-process, one after the other',
      seed: { type: TYPE, attrs: { ordering: 'Sequential' } },
    },
  ],
  morphGroup: 'activity',
  executable: true,
});
