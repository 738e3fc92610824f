import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { disconnected } from './disconnected';

verifyRule(disconnected, {
  valid: {
    'a path': draw({ S: 'StartEvent', A: 'Task', E: 'EndEvent' }, ['S > A', 'A > E']),
    'what follows a border event': draw(
      {
        S: 'StartEvent',
        A: 'Task',
        B: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events: ['Timer'] },
        C: 'Task',
      },
      ['S > A', 'B > C'],
    ),
    'the inside of a sub-process': draw(
      {
        S: 'StartEvent',
        Sub: 'SubProcess',
        T: { type: 'StartEvent', in: 'Sub' },
        A: { type: 'Task', in: 'Sub' },
      },
      ['S > Sub', 'T > A'],
    ),
    'what follows a gateway that starts the process': draw(
      {
        G: { type: 'EventBasedGateway', attrs: { instantiate: true } },
        C: { type: 'IntermediateCatchEvent', events: ['Message'] },
      },
      ['G > C'],
    ),
    'a link target': draw(
      { S: 'StartEvent', L: { type: 'IntermediateCatchEvent', events: ['Link'] }, A: 'Task' },
      ['L > A'],
    ),
  },
  invalid: {
    'a step nothing leads to': [
      draw({ S: 'StartEvent', A: 'Task', E: 'EndEvent' }, ['S > E', 'A > E']),
      ['A'],
      /Nothing leads/,
    ],
    'an island': [
      draw({ S: 'StartEvent', A: 'Task', B: 'Task' }, ['A > B', 'B > A']),
      ['A', 'B'],
      /No path from the start/,
    ],
    'a wait nothing leads to': [
      draw({ S: 'StartEvent', T: { type: 'IntermediateCatchEvent', events: ['Timer'] } }, []),
      ['T'],
      /Nothing leads/,
    ],
  },
});
