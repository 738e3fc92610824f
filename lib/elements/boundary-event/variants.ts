import type { Variant } from '../define';
import { type Drawable, eventSeed } from '../event/seeds';

const TYPE = 'bpmn:BoundaryEvent';
const BESIDE = { cancelActivity: false };

const REACTIONS: readonly [id: string, label: string, triggers: readonly Drawable[], beside?: true][] = [
  ['timer', 'After some time, stop the step', ['timer']],
  ['reminder', 'After some time, go on beside it', ['timer'], true],
  ['error', 'On an error', ['error']],
  ['message', 'On a message, stop the step', ['message']],
  ['message-beside', 'On a message, go on beside it', ['message'], true],
  ['signal', 'On a signal, stop the step', ['signal']],
  ['signal-beside', 'On a signal, go on beside it', ['signal'], true],
  ['conditional', 'On a condition, stop the step', ['conditional']],
  ['conditional-beside', 'On a condition, go on beside it', ['conditional'], true],
  ['escalation', 'On an escalation, stop the step', ['escalation']],
  ['escalation-beside', 'On an escalation, go on beside it', ['escalation'], true],
  ['compensation', 'How the step is undone', ['compensation']],
  ['cancel', 'When the transaction is cancelled', ['cancel']],
  ['multiple', 'On any of several, stop the step', ['message', 'signal']],
  ['multiple-beside', 'On any of several, go on beside it', ['message', 'signal'], true],
];

/** Every event that can be put on the border of a step. */
export const boundaryVariants: readonly Variant[] = [
  ...REACTIONS.map(([id, label, triggers, beside]) => ({
    id: `boundary-event.${id}`,
    label,
    seed: eventSeed(TYPE, triggers, beside && BESIDE),
    ...(id === 'timer' ? { primary: true } : {}),
  })),
  {
    id: 'boundary-event.parallel-multiple',
    label: 'On all of several, stop the step',
    seed: eventSeed(TYPE, ['message', 'signal'], { parallelMultiple: true }),
  },
  {
    id: 'boundary-event.parallel-multiple-beside',
    label: 'On all of several, go on beside it',
    seed: eventSeed(TYPE, ['message', 'signal'], { parallelMultiple: true, ...BESIDE }),
  },
];
