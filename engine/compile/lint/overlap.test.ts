import { draw } from '../testing/draw';
import { shown } from '../testing/shown';
import { verifyRule } from '../testing/verify-rule';
import { overlap } from './overlap';

const two = draw({ A: 'Task', B: 'Task' }, []);
const inside = draw({ Sub: 'SubProcess', A: { type: 'Task', in: 'Sub' } }, []);
const border = draw({ A: 'Task', B: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' } } }, []);

verifyRule(overlap, {
  valid: {
    'side by side': shown(two, { A: [0, 0, 100, 80], B: [100, 0, 100, 80] }),
    'one below the other': shown(two, { A: [0, 0, 100, 80], B: [20, 80, 100, 80] }),
    'a step in its sub-process': shown(inside, { Sub: [0, 0, 350, 200], A: [50, 50, 100, 80] }),
    'an event on the border of its step': shown(border, { A: [0, 0, 100, 80], B: [50, 62, 36, 36] }),
    'a shape that says no place': shown(two, { A: [0, 0, 100, 80], B: null }),
  },
  invalid: {
    'one over the other': [
      shown(two, { A: [0, 0, 100, 80], B: [50, 40, 100, 80] }),
      ['B'],
      /“B” and “A” are drawn over each other/,
    ],
    'a step far larger than the others, drawn last': [
      shown(two, { A: [900, 900, 100, 80], B: [0, 0, 9000, 9000] }),
      ['B'],
      /“B” and “A”/,
    ],
    'a step far larger than the others, drawn first': [
      shown(two, { B: [0, 0, 9000, 9000], A: [900, 900, 100, 80] }),
      ['A'],
      /“A” and “B”/,
    ],
    'neighbours in different squares': [
      shown(two, { A: [150, 150, 100, 80], B: [240, 220, 100, 80] }),
      ['B'],
      /Move one/,
    ],
    'the same place': [shown(two, { A: [0, 0, 100, 80], B: [0, 0, 100, 80] }), ['B'], /Move one/],
  },
});
