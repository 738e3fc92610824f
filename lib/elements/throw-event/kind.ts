import { defineKind } from '../define';
import { eventVariants, SEVERAL } from '../event/variants';

const TYPE = 'bpmn:IntermediateThrowEvent';

const variants = eventVariants({ kind: 'throw-event', type: TYPE }, [
  ['', 'Milestone', []],
  ['message', 'Send a message', ['message']],
  ['signal', 'Send a signal', ['signal']],
  ['escalation', 'Escalate', ['escalation']],
  ['compensation', 'Undo what was done', ['compensation']],
  ['link', 'Link: goes on elsewhere', ['link']],
  ['multiple', 'Throw several events', SEVERAL],
]);

export const throwEventKind = defineKind({
  kind: 'throw-event',
  category: 'event',
  label: 'Throw event',
  description: 'Marks that a point was reached, or sends something; the process goes on at once.',
  bpmnTypes: [TYPE],
  ports: { incoming: true, outgoing: true },
  size: { width: 36, height: 36 },
  variants,
  morphGroup: 'intermediate',
  executable: true,
});
