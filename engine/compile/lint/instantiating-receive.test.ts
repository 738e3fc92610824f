import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { instantiatingReceive } from './instantiating-receive';

const receive = (instantiate: boolean, flows: string[]) =>
  draw({ S: 'StartEvent', R: { type: 'ReceiveTask', attrs: { instantiate } }, E: 'EndEvent' }, flows);

verifyRule(instantiatingReceive, {
  valid: {
    'one that starts the process': receive(true, ['R > E']),
    'one that waits': receive(false, ['S > R', 'R > E']),
  },
  invalid: { 'one that does both': [receive(true, ['S > R', 'R > E']), ['R'], /nothing can lead to it/] },
});
