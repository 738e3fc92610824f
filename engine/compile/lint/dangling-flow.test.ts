import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { danglingFlow } from './dangling-flow';

verifyRule(danglingFlow, {
  valid: { 'two ends': draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']) },
  invalid: {
    'a flow to nowhere': [
      draw({ S: 'StartEvent' }, ['f: S > Gone']),
      ['f'],
      /leads to “Gone”, which doesn't exist/,
    ],
    'a flow from nothing': [draw({ E: 'EndEvent' }, ['f: > E']), ['f'], /comes from nothing/],
    'a flow into a sub-process': [
      draw({ S: 'StartEvent', Sub: 'SubProcess', A: { type: 'Task', in: 'Sub' } }, ['f: S > A']),
      ['f'],
      /crosses the border/,
    ],
  },
});
