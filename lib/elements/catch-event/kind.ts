import { defineKind } from '../define';
import { eventVariants, SEVERAL } from '../event/variants';

const TYPE = 'bpmn:IntermediateCatchEvent';

const variants = eventVariants({ kind: 'catch-event', type: TYPE, primary: 'timer' }, [
  ['timer', 'Wait (timer)', ['timer']],
  ['message', 'Wait for a message', ['message']],
  ['signal', 'Wait for a signal', ['signal']],
  ['conditional', 'Wait for a condition', ['conditional']],
  ['link', 'Link: goes on here', ['link']],
  ['multiple', 'Wait for any of several', SEVERAL],
  ['parallel-multiple', 'Wait for all of several', SEVERAL, { parallelMultiple: true }],
]);

export const catchEventKind = defineKind({
  kind: 'catch-event',
  category: 'event',
  label: 'Wait',
  description: 'Waits for a time, a message, a signal or a condition, then the process goes on.',
  bpmnTypes: [TYPE],
  ports: { incoming: true, outgoing: true },
  size: { width: 36, height: 36 },
  variants,
  morphGroup: 'intermediate',
  executable: true,
});
