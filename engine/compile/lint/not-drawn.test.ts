import { draw } from '../testing/draw';
import { shown } from '../testing/shown';
import { verifyRule } from '../testing/verify-rule';
import { notDrawn } from './not-drawn';

const document = draw({ S: 'StartEvent', E: 'EndEvent' }, ['f: S > E']);
const [S, E] = [[0, 0, 36, 36] as const, [100, 0, 36, 36] as const];

verifyRule(notDrawn, {
  valid: {
    'everything drawn': shown(document, { S, E, f: null }),
    'nothing drawn at all': document,
  },
  invalid: {
    'a step without a shape': [shown(document, { S, f: null }), ['E'], /“E” is not drawn, but it runs/],
    'an arrow without an edge': [shown(document, { S, E }), ['f'], /arrow “f” is not drawn/],
  },
});
