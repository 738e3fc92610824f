import type { Variant } from '../define';
import { type Drawable, eventSeed } from '../event/seeds';

const TYPE = 'bpmn:StartEvent';

const TRIGGERED: readonly [trigger: Drawable, label: string][] = [
  ['message', 'Message start'],
  ['timer', 'Timer start'],
  ['signal', 'Signal start'],
  ['conditional', 'Condition start'],
  ['error', 'Error start (event sub-process)'],
  ['escalation', 'Escalation start (event sub-process)'],
  ['compensation', 'Compensation start (event sub-process)'],
];

/** Starts of event sub-processes that leave what is around them running. */
const BESIDE: readonly [trigger: Drawable, label: string][] = [
  ['message', 'Message start beside the process (event sub-process)'],
  ['timer', 'Timer start beside the process (event sub-process)'],
  ['signal', 'Signal start beside the process (event sub-process)'],
  ['conditional', 'Condition start beside the process (event sub-process)'],
  ['escalation', 'Escalation start beside the process (event sub-process)'],
];

/** Every start that can be drawn. */
export const startVariants: readonly Variant[] = [
  { id: 'start-event', label: 'Start', seed: { type: TYPE }, primary: true },
  ...TRIGGERED.map(([trigger, label]) => ({
    id: `start-event.${trigger}`,
    label,
    seed: eventSeed(TYPE, [trigger]),
  })),
  ...BESIDE.map(([trigger, label]) => ({
    id: `start-event.${trigger}-beside`,
    label,
    seed: eventSeed(TYPE, [trigger], { isInterrupting: false }),
  })),
  {
    id: 'start-event.multiple-beside',
    label: 'Start on any of several beside the process (event sub-process)',
    seed: eventSeed(TYPE, ['message', 'signal'], { isInterrupting: false }),
  },
  {
    id: 'start-event.parallel-multiple-beside',
    label: 'Start on all of several beside the process (event sub-process)',
    seed: eventSeed(TYPE, ['message', 'signal'], { isInterrupting: false, parallelMultiple: true }),
  },
  {
    id: 'start-event.multiple',
    label: 'Start on any of several',
    seed: eventSeed(TYPE, ['message', 'signal']),
  },
  {
    id: 'start-event.parallel-multiple',
    label: 'Start on all of several',
    seed: eventSeed(TYPE, ['message', 'signal'], { parallelMultiple: true }),
  },
];
