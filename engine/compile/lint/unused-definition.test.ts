import { also, draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { unusedDefinition } from './unused-definition';

const waiting = draw({ R: { type: 'ReceiveTask', refs: { messageRef: 'M' } } }, []);
const message = (name: string) => ({ type: 'Message', attrs: { name } });

verifyRule(unusedDefinition, {
  valid: { 'a message that is waited for': also(waiting, { M: message('Order') }) },
  invalid: {
    'a message that nobody knows': [
      also(waiting, { M: message('Order'), N: message('Refund') }),
      ['N'],
      /Nothing uses the message “Refund”/,
    ],
    'an error that nobody throws': [
      also(waiting, { M: message('Order'), X: { type: 'Error' } }),
      ['X'],
      /Nothing uses the error “X”/,
    ],
  },
});
