import { defineKind } from '../define';
import { startVariants } from './variants';

export const startEventKind = defineKind({
  kind: 'start-event',
  category: 'event',
  label: 'Start',
  description: 'Where a process begins: by a person with a form, by a call, or by what it waits for.',
  bpmnTypes: ['bpmn:StartEvent'],
  ports: { incoming: false, outgoing: true },
  size: { width: 36, height: 36 },
  variants: startVariants,
  morphGroup: 'start',
  executable: true,
});
