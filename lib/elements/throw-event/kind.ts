import { defineKind, type Variant } from '../define';
import { type Drawable, eventSeed } from '../event/seeds';

const TYPE = 'bpmn:IntermediateThrowEvent';

const THROWING: readonly [trigger: Drawable, label: string][] = [
  ['message', 'Send a message'],
  ['signal', 'Send a signal'],
  ['escalation', 'Escalate'],
  ['compensation', 'Undo what was done'],
  ['link', 'Link: goes on elsewhere'],
];

const variants: readonly Variant[] = [
  { id: 'throw-event', label: 'Milestone', seed: { type: TYPE } },
  ...THROWING.map(([trigger, label]) => ({
    id: `throw-event.${trigger}`,
    label,
    seed: eventSeed(TYPE, [trigger]),
  })),
  {
    id: 'throw-event.multiple',
    label: 'Throw several events',
    seed: eventSeed(TYPE, ['message', 'signal']),
  },
];

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
