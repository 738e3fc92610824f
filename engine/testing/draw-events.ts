import type { Trigger } from '../core/triggers';
import type { EventKind } from './arbitrary-more';
import { equals, fixed, outside } from './expressions';
import { timerTrigger } from './timer';

const MESSAGE: Trigger = { type: 'message', name: fixed('order'), correlation: { by: 'none' } };
const SIGNAL: Trigger = { type: 'signal', name: outside('which?') };

const TRIGGERS: Record<EventKind, readonly Trigger[]> = {
  message: [MESSAGE],
  signal: [SIGNAL],
  condition: [{ type: 'condition', condition: equals('x', 2) }],
  timer: [timerTrigger('duration', fixed('PT1H'))],
  escalation: [{ type: 'escalation', code: 'X1', codeVariable: 'code' }],
  multiple: [MESSAGE, timerTrigger('cycle', fixed('R2/PT30M'))],
  all: [MESSAGE, SIGNAL],
};

/** The triggers of a drawn event; `parallel` when all of them are needed. */
export const triggersOf = (event: EventKind): { triggers: readonly Trigger[]; parallel: boolean } => ({
  triggers: TRIGGERS[event],
  parallel: event === 'all',
});
