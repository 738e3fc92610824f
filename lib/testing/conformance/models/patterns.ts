import * as define from './definitions';
import type { Model } from './model';
import { one } from './one';
import {
  boundary,
  catching,
  chain,
  end,
  flow,
  flowId,
  formal,
  gateway,
  script,
  start,
  step,
  sub,
  tag,
  throwing,
} from './xml';

/** start → G → each branch → J → Z. */
const between = (split: string, join: string, branches: string[], ...content: string[]): string =>
  one(
    start('P0') +
      flow('P0', 'G') +
      gateway(split, 'G') +
      gateway(join, 'J', {}, ...content) +
      step('Z') +
      flow('J', 'Z'),
    ...branches.map(
      (id) => step(id) + flow('G', id, `contains(test, "${id.toLowerCase()}")`) + flow(id, 'J'),
    ),
  );

/** Workflow control-flow patterns, and gateways that split and join in other ways. */
export const PATTERNS: readonly Model[] = [
  {
    name: 'WCP01_Sequence',
    xml: one(start('P0') + step('A') + step('B') + end('P9') + chain('P0', 'A', 'B', 'P9')),
    trace: 'A B',
    inOrder: true,
  },
  {
    name: 'WCP05_SimpleMerge',
    xml: between('exclusive', 'exclusive', ['A', 'B']),
    variables: { test: 'b' },
    trace: 'B Z',
  },
  {
    name: 'WCP08_MultiMerge',
    xml: between('parallel', 'exclusive', ['A', 'B']),
    variables: { test: '' },
    trace: 'A B Z Z',
  },
  {
    name: 'WCP09_Discriminator_ComplexGateway',
    xml: between(
      'parallel',
      'complex',
      ['A', 'B', 'D'],
      formal('activationCondition', 'activationCount = 1'),
    ),
    variables: { test: '' },
    trace: 'A B D Z',
  },
  {
    name: 'WCP13_MultipleInstances_DesignTime',
    xml: one(
      start('P0'),
      step('A', {}, tag('multiInstanceLoopCharacteristics', {}, formal('loopCardinality', '2'))),
      step('Z') + chain('P0', 'A', 'Z'),
    ),
    trace: 'A A Z',
  },
  {
    name: 'WCP16_DeferredChoice',
    xml: one(
      start('P0') + gateway('parallel', 'G') + gateway('eventBased', 'H') + chain('P0', 'G', 'H', 'W', 'A'),
      catching('W', define.signal('s')) + catching('V', define.signal('s2')) + step('A') + step('B'),
      chain('H', 'V', 'B') + throwing('X', define.signal('s2')) + flow('G', 'X'),
    ),
    trace: 'B',
  },
  {
    name: 'WCP18_Milestone',
    xml: one(
      start('P0') +
        gateway('parallel', 'G') +
        step('A') +
        throwing('X', define.signal('s')) +
        chain('P0', 'G', 'A', 'X'),
      catching('W', define.signal('s')) + step('B') + chain('G', 'W', 'B'),
    ),
    trace: 'A B',
    inOrder: true,
  },
  {
    name: 'WCP20_CancelCase_Terminate',
    xml: one(
      start('P0') +
        gateway('parallel', 'G') +
        script('A', 'WAIT_TEN_SECONDS') +
        step('B') +
        chain('P0', 'G', 'A', 'B'),
      step('C') + end('P9', define.terminate()) + chain('G', 'C', 'P9'),
    ),
    trace: 'C',
  },
  {
    name: 'WCP20_CancelCase_Error',
    xml: one(
      start('P0') + step('Z') + chain('P0', 'S', 'Z'),
      sub(
        'S',
        start('S0') + gateway('parallel', 'G') + script('A', 'WAIT_TEN_SECONDS') + chain('S0', 'G', 'A'),
        end('X', define.error('e')) + flow('G', 'X'),
      ),
      boundary('H', 'S', true, define.error('e')) + step('B') + flow('H', 'B'),
    ),
    trace: 'B',
  },
  {
    name: 'InclusiveDiverging_ExclusiveConverging',
    xml: between('inclusive', 'exclusive', ['A', 'B']),
    variables: { test: 'ab' },
    trace: 'A B Z Z',
  },
  {
    name: 'ParallelDiverging_InclusiveConverging',
    xml: between('parallel', 'inclusive', ['A', 'B']),
    variables: { test: '' },
    trace: 'A B Z',
  },
  {
    name: 'InclusiveDiverging_ParallelConverging_Deadlock',
    xml: between('inclusive', 'parallel', ['A', 'B']),
    variables: { test: 'a' },
    trace: 'A',
  },
  ...['parallel', 'inclusive', 'exclusive'].map(
    (kind): Model => ({
      name: `${kind}Gateway_Mixed`,
      xml: one(
        start('P0') + gateway('parallel', 'G') + step('A') + step('B') + gateway(kind, 'M'),
        chain('P0', 'G', 'A', 'M', 'C') + chain('G', 'B', 'M') + step('C') + step('D'),
        flow('M', 'D', 'true'),
      ),
      trace: kind === 'exclusive' ? 'A B C C' : 'A B C D',
    }),
  ),
  {
    name: 'SequenceFlow_ConditionalDefault_Taken',
    xml: one(
      start('P0') + step('A', { default: flowId('A', 'D') }) + step('B') + step('D') + flow('P0', 'A'),
      flow('A', 'B', 'false') + flow('A', 'D'),
    ),
    trace: 'A D',
  },
  {
    name: 'ImplicitMergeAndSplit',
    xml: one(
      start('P0') +
        step('A') +
        step('B') +
        step('C') +
        step('D') +
        flow('P0', 'A') +
        flow('A', 'B') +
        flow('A', 'C'),
      flow('B', 'D') + flow('C', 'D'),
    ),
    trace: 'A B C D D',
  },
  {
    name: 'ExclusiveGateway_Loop',
    xml: one(
      start('P0') + gateway('exclusive', 'M') + script('A', 'INCREMENT_INTEGER_VARIABLE_AND_LOG'),
      gateway('exclusive', 'X', { default: flowId('X', 'Z') }) + step('Z') + chain('P0', 'M', 'A', 'X', 'Z'),
      flow('X', 'M', 'integerVariable < 3'),
    ),
    trace: 'INCREMENT INCREMENT INCREMENT Z',
  },
  {
    name: 'InclusiveGateway_InALoop',
    xml: one(
      start('P0') + gateway('inclusive', 'M') + script('A', 'INCREMENT_INTEGER_VARIABLE_AND_LOG'),
      gateway('exclusive', 'X', { default: flowId('X', 'Z') }) + step('Z') + chain('P0', 'M', 'A', 'X', 'Z'),
      flow('X', 'M', 'integerVariable < 3'),
    ),
    trace: 'INCREMENT INCREMENT INCREMENT Z',
  },
];
