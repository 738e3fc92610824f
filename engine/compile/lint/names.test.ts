import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { names } from './names';

const nameless = (type: string) => ({ type, attrs: { name: ' ' } });

verifyRule(names, {
  valid: {
    'named steps': draw({ S: 'StartEvent', A: 'Task', E: 'EndEvent' }, ['S > A', 'A > E']),
    'a join without a name': draw({ S: 'StartEvent', G: nameless('ExclusiveGateway'), E: 'EndEvent' }, [
      'S > G',
      'G > E',
    ]),
  },
  invalid: {
    'a step without': [draw({ A: nameless('UserTask') }, []), ['A'], /This step has no name/],
    'a decision without': [
      draw({ G: nameless('ExclusiveGateway'), A: 'EndEvent', B: 'EndEvent' }, ['G > A', 'G > B']),
      ['G'],
      /decision/,
    ],
  },
});
