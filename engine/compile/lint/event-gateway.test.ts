import { type Drawn, draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { eventGateway } from './event-gateway';

const event = (...events: string[]): Drawn => ({ type: 'IntermediateCatchEvent', events });
const nodes = { S: 'StartEvent', G: 'EventBasedGateway', A: event('Message'), B: event('Timer') } as const;
const flows = ['S > G', 'G > A', 'G > B'];

verifyRule(eventGateway, {
  valid: {
    'events of two kinds': draw({ ...nodes }, flows),
    'a receive task and a timer': draw({ ...nodes, A: 'ReceiveTask' }, flows),
  },
  invalid: {
    'one path': [draw({ ...nodes }, ['S > G', 'G > A']), ['G'], /fewer than two paths/],
    'a condition': [draw({ ...nodes }, ['S > G', 'f: G > A ? =x', 'G > B']), ['f'], /never looked at/],
    'a gateway that starts the process, with an arrow': [
      draw({ ...nodes, G: { type: 'EventBasedGateway', attrs: { instantiate: true } } }, flows),
      ['G'],
      /can’t have an incoming arrow/,
    ],
    'a step that is no event': [draw({ ...nodes, B: 'UserTask' }, flows), ['B'], /“B” can't follow/],
    'a link': [draw({ ...nodes, B: event('Link') }, flows), ['B'], /“B” can't follow/],
    'an event that others lead to': [
      draw({ ...nodes, T: 'Task' }, [...flows, 'T > B']),
      ['B'],
      /other paths lead there/,
    ],
    'a receive task beside a message event': [draw({ ...nodes, B: 'ReceiveTask' }, flows), ['G'], /mixed/],
    'an event on the border of a receive task': [
      draw(
        {
          ...nodes,
          A: 'ReceiveTask',
          X: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events: ['Timer'] },
        },
        flows,
      ),
      ['A'],
      /nothing can happen on its border/,
    ],
  },
});
