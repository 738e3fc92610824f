import { defineKind } from '../define';
import { eventVariants, SEVERAL } from '../event/variants';

const TYPE = 'bpmn:EndEvent';

const variants = eventVariants({ kind: 'end-event', type: TYPE, primary: '' }, [
  ['', 'End', []],
  ['terminate', 'Terminate: ends all paths', ['terminate']],
  ['error', 'Error end', ['error']],
  ['message', 'Message end', ['message']],
  ['signal', 'Signal end', ['signal']],
  ['escalation', 'Escalation end', ['escalation']],
  ['compensation', 'Compensation end: undoes what was done', ['compensation']],
  ['cancel', 'Cancel end (transaction)', ['cancel']],
  ['multiple', 'End with several events', SEVERAL],
]);

export const endEventKind = defineKind({
  kind: 'end-event',
  category: 'event',
  label: 'End',
  description: 'Where a path ends; the process is done when all paths have ended.',
  bpmnTypes: [TYPE],
  ports: { incoming: true, outgoing: false },
  size: { width: 36, height: 36 },
  variants,
  morphGroup: 'end',
  executable: true,
});
