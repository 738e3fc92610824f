import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { joinAndSplit } from './join-and-split';

const steps = { A: 'Task', B: 'Task', E: 'EndEvent', F: 'EndEvent' };

verifyRule(joinAndSplit, {
  valid: {
    'one gateway for each': draw({ ...steps, G: 'ParallelGateway', H: 'ParallelGateway' }, [
      'A > G',
      'B > G',
      'G > H',
      'H > E',
      'H > F',
    ]),
  },
  invalid: {
    'both at once': [
      draw({ ...steps, G: 'ParallelGateway' }, ['A > G', 'B > G', 'G > E', 'G > F']),
      ['G'],
      /joins paths and splits/,
    ],
  },
});
