import { also, draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { duplicateDefinition } from './duplicate-definition';

const waiting = draw({ R: { type: 'ReceiveTask', refs: { messageRef: 'M' } } }, []);
const message = (name: string) => ({ type: 'Message', attrs: { name } });

verifyRule(duplicateDefinition, {
  valid: {
    'two names': also(waiting, { M: message('Order'), N: message('Refund') }),
    'a signal called like a message': also(waiting, {
      M: message('Order'),
      X: { type: 'Signal', attrs: { name: 'Order' } },
    }),
  },
  invalid: {
    'one name twice': [
      also(waiting, { M: message('Order'), N: message('Order ') }),
      ['N'],
      /Another message of this file is called “Order”/,
    ],
  },
});
