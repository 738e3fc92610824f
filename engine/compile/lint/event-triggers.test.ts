import { type Drawn, draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { eventTriggers } from './event-triggers';

const at = (X: Drawn, more: Record<string, Drawn> = {}) => draw({ X, ...more }, []);
const border = (...events: string[]) =>
  at({ type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events }, { A: 'Task' });

verifyRule(eventTriggers, {
  valid: {
    'a timer that starts a process': at({ type: 'StartEvent', events: ['Timer'] }),
    'an error on a border': border('Error'),
    'several triggers': at({ type: 'IntermediateCatchEvent', events: ['Message', 'Timer'] }),
    'an error that starts an event sub-process': at(
      { type: 'StartEvent', in: 'Sub', events: ['Error'] },
      { Sub: { type: 'SubProcess', attrs: { triggeredByEvent: true } } },
    ),
  },
  invalid: {
    'an error that starts a process': [
      at({ type: 'StartEvent', events: ['Error'] }),
      ['X'],
      /“error” means nothing/,
    ],
    'a message that starts a sub-process': [
      draw({ Sub: 'SubProcess', X: { type: 'StartEvent', in: 'Sub', events: ['Message'] } }, []),
      ['X'],
      /start of a sub-process/,
    ],
    'a wait for an end': [
      at({ type: 'IntermediateCatchEvent', events: ['Terminate'] }),
      ['X'],
      /waiting event/,
    ],
    'a thrown timer': [at({ type: 'IntermediateThrowEvent', events: ['Timer'] }), ['X'], /throwing event/],
    'an end that waits': [at({ type: 'EndEvent', events: ['Timer'] }), ['X'], /end event/],
    'a link on a border': [border('Link'), ['X'], /event on a border/],
    'nothing on a border': [border(), ['X'], /never happens: choose what triggers it/],
  },
});
