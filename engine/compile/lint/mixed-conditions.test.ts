import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { mixedConditions } from './mixed-conditions';

const ends = { B: 'EndEvent', C: 'EndEvent' };

verifyRule(mixedConditions, {
  valid: {
    'a condition and a default': draw({ A: { type: 'Task', refs: { default: 'd' } }, ...ends }, [
      'A > B ? =x',
      'd: A > C',
    ]),
    'no conditions': draw({ A: 'Task', ...ends }, ['A > B', 'A > C']),
    'a gateway, which another rule looks at': draw({ A: 'ExclusiveGateway', ...ends }, [
      'A > B ? =x',
      'A > C',
    ]),
  },
  invalid: {
    'a path beside one with a condition': [
      draw({ A: 'Task', ...ends }, ['A > B ? =x', 'f: A > C']),
      ['f'],
      /always taken/,
    ],
    'a path beside a default': [
      draw({ A: { type: 'Task', refs: { default: 'd' } }, ...ends }, ['f: A > B', 'd: A > C']),
      ['f'],
      /make it the default/,
    ],
  },
});
