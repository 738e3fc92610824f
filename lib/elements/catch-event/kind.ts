import { defineKind, type Variant } from '../define';
import { type Drawable, eventSeed } from '../event/seeds';

const TYPE = 'bpmn:IntermediateCatchEvent';

const CATCHING: readonly [trigger: Drawable, label: string][] = [
  ['timer', 'Wait (timer)'],
  ['message', 'Wait for a message'],
  ['signal', 'Wait for a signal'],
  ['conditional', 'Wait for a condition'],
  ['link', 'Link: goes on here'],
];

const variants: readonly Variant[] = [
  ...CATCHING.map(([trigger, label]) => ({
    id: `catch-event.${trigger}`,
    label,
    seed: eventSeed(TYPE, [trigger]),
    ...(trigger === 'timer' ? { primary: true } : {}),
  })),
  {
    id: 'catch-event.multiple',
    label: 'Wait for any of several',
    seed: eventSeed(TYPE, ['message', 'signal']),
  },
  {
    id: 'catch-event.parallel-multiple',
    label: 'Wait for all of several',
    seed: eventSeed(TYPE, ['message', 'signal'], { parallelMultiple: true }),
  },
];

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
