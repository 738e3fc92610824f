import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { missingEnd } from './missing-end';

verifyRule(missingEnd, {
  valid: {
    'a start and an end': draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']),
    neither: draw({ A: 'Task' }, []),
  },
  invalid: { 'a start alone': [draw({ S: 'StartEvent', A: 'Task' }, ['S > A']), ['P'], /but no end event/] },
});
