import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { gatewayDirection } from './gateway-direction';

const gateway = (gatewayDirection: string, ...flows: string[]) =>
  draw(
    { A: 'Task', B: 'Task', C: 'Task', G: { type: 'ExclusiveGateway', attrs: { gatewayDirection } } },
    flows,
  );

verifyRule(gatewayDirection, {
  valid: {
    'a split that says so': gateway('Diverging', 'A > G', 'G > B', 'G > C'),
    'a join that says so': gateway('Converging', 'A > G', 'B > G', 'G > C'),
    'one that says nothing': gateway('Unspecified', 'A > G', 'B > G', 'G > C', 'G > A'),
  },
  invalid: {
    'a join called a split': [gateway('Diverging', 'A > G', 'B > G', 'G > C'), ['G'], /calls “G” diverging/],
    'a split called a join': [
      gateway('Converging', 'A > G', 'G > B', 'G > C'),
      ['G'],
      /calls “G” converging/,
    ],
    'a split called mixed': [gateway('Mixed', 'A > G', 'G > B', 'G > C'), ['G'], /1 arrows in and 2 out/],
  },
});
