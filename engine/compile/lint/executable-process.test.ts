import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { executableProcess } from './executable-process';

verifyRule(executableProcess, {
  valid: {
    'a marked process': draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']),
    'a process without content': draw({}, [], { attrs: { isExecutable: false } }),
  },
  invalid: {
    'a process that is not marked': [
      draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E'], { attrs: { isExecutable: false } }),
      ['P'],
      /Publishing will mark it/,
    ],
  },
});
