import { defineKind, type Variant } from '../define';
import { type Drawable, eventSeed } from '../event/seeds';

const TYPE = 'bpmn:EndEvent';

const THROWING: readonly [trigger: Drawable, label: string][] = [
  ['terminate', 'Terminate: ends all paths'],
  ['error', 'Error end'],
  ['message', 'Message end'],
  ['signal', 'Signal end'],
  ['escalation', 'Escalation end'],
  ['compensation', 'Compensation end: undoes what was done'],
  ['cancel', 'Cancel end (transaction)'],
];

const variants: readonly Variant[] = [
  { id: 'end-event', label: 'End', seed: { type: TYPE }, primary: true },
  ...THROWING.map(([trigger, label]) => ({
    id: `end-event.${trigger}`,
    label,
    seed: eventSeed(TYPE, [trigger]),
  })),
  {
    id: 'end-event.multiple',
    label: 'End with several events',
    seed: eventSeed(TYPE, ['message', 'signal']),
  },
];

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
