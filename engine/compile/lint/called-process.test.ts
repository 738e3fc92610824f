import type { Drawn } from '../testing/draw';
import { drawPools } from '../testing/draw-pools';
import { verifyRule } from '../testing/verify-rule';
import { calledProcess } from './called-process';

const calling = (start: Drawn, called = 'Q') =>
  drawPools(
    { P: [{ A: { type: 'CallActivity', attrs: { calledElement: called } } }, []], Q: [{ S: start }, []] },
    [],
  );

verifyRule(calledProcess, {
  valid: {
    'a plain start event': calling('StartEvent'),
    'a process of another file': calling({ type: 'StartEvent', events: ['Timer'] }, 'elsewhere'),
  },
  invalid: {
    'a timer alone': [
      calling({ type: 'StartEvent', events: ['Timer'] }),
      ['A'],
      /“Q”, which “A” calls, only begins/,
    ],
  },
});
