import { also, draw } from '../testing/draw';
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
    'an event without': [draw({ S: nameless('StartEvent') }, []), ['S'], /This event has no name/],
    'an answer without': [
      draw({ G: 'ExclusiveGateway', A: 'EndEvent', B: 'EndEvent' }, ['f: G > A ? =x', 'G > B']),
      ['f'],
      /answer has no name/,
    ],
    'a pool and a lane without': [
      also(draw({}, []), {
        C: { type: 'Collaboration' },
        Pool: { type: 'Participant', parent: 'C', containment: 'participants' },
        Set: { type: 'LaneSet', parent: 'P', containment: 'laneSets' },
        L: { type: 'Lane', parent: 'Set', containment: 'lanes' },
      }),
      ['Pool', 'L'],
      /nothing says who does/,
    ],
    'a step without': [draw({ A: nameless('UserTask') }, []), ['A'], /This step has no name/],
    'a decision without': [
      draw({ G: nameless('ExclusiveGateway'), A: 'EndEvent', B: 'EndEvent' }, ['G > A', 'G > B']),
      ['G'],
      /decision/,
    ],
  },
});
