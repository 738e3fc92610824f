import { type Drawn, draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { eventSubProcess } from './event-sub-process';

const ends = { S: 'StartEvent', E: 'EndEvent' };
const Sub: Drawn = { type: 'SubProcess', attrs: { triggeredByEvent: true } };
const start = (...events: string[]): Drawn => ({ type: 'StartEvent', in: 'Sub', events });

verifyRule(eventSubProcess, {
  valid: {
    'one start with a trigger': draw({ ...ends, Sub, T: start('Message') }, ['S > E']),
    'an ordinary sub-process': draw({ ...ends, Sub: 'SubProcess', T: start() }, ['S > Sub', 'Sub > E']),
  },
  invalid: {
    'an arrow to it': [
      draw({ ...ends, Sub, T: start('Timer') }, ['S > Sub']),
      ['Sub'],
      /No arrow may lead to “Sub”/,
    ],
    'an arrow from it': [
      draw({ ...ends, Sub, T: start('Timer') }, ['Sub > E']),
      ['Sub'],
      /No arrow may leave “Sub”/,
    ],
    'no start': [draw({ ...ends, Sub }, ['S > E']), ['Sub'], /has no start event/],
    'two starts': [
      draw({ ...ends, Sub, T: start('Message'), U: start('Signal') }, ['S > E']),
      ['Sub'],
      /has 2 start events/,
    ],
    'a start without trigger': [
      draw({ ...ends, Sub, T: start() }, ['S > E']),
      ['T'],
      /Nothing ever starts “Sub”/,
    ],
  },
});
