import * as define from './definitions';
import type { Model } from './model';
import { one } from './one';
import {
  catching,
  chain,
  definitions,
  end,
  flow,
  flowId,
  formal,
  gateway,
  process,
  script,
  start,
  step,
  tag,
  throwing,
} from './xml';

/** start → G → branches; branch `X` runs when `test` contains its letter in lower case. */
const split = (kind: string, branches: string[], attributes = {}): string =>
  start('P0') +
  gateway(kind, 'G', attributes) +
  flow('P0', 'G') +
  branches.map((id) => step(id) + flow('G', id, `contains(test, "${id.toLowerCase()}")`)).join('');

const joined = (kind: string, branches: string[], ...content: string[]): string =>
  gateway(kind, 'J', {}, ...content) +
  step('Z') +
  branches.map((id) => flow(id, 'J')).join('') +
  flow('J', 'Z');

const on = (test: string) => ({ test });

export const GATEWAYS: readonly Model[] = [
  {
    name: 'ExclusiveGateway_NoCondition',
    xml: one(split('exclusive', ['A', 'B'])),
    variables: on('c'),
    trace: 'ERROR_runtime',
  },
  {
    name: 'InclusiveGateway_NoCondition',
    xml: one(split('inclusive', ['A', 'B'])),
    variables: on('c'),
    trace: 'ERROR_runtime',
  },
  {
    name: 'ExclusiveGateway_MergesEachToken',
    xml: one(split('inclusive', ['A', 'B']) + joined('exclusive', ['A', 'B'])),
    variables: on('ab'),
    trace: 'A B Z Z',
  },
  {
    name: 'InclusiveGateway_Synchronises',
    xml: one(split('inclusive', ['A', 'B', 'D']) + joined('inclusive', ['A', 'B', 'D'])),
    variables: on('ad'),
    trace: 'A D Z',
  },
  {
    name: 'InclusiveGateway_WaitsForTheSlower',
    xml: one(
      start('P0') + gateway('parallel', 'G') + flow('P0', 'G'),
      script('A', 'WAIT_TEN_SECONDS') + flow('G', 'A') + step('B') + flow('G', 'B'),
      joined('inclusive', ['A', 'B']),
    ),
    trace: 'B Z',
  },
  {
    name: 'InclusiveGateway_TokenThatEndsElsewhere',
    xml: one(
      start('P0') + gateway('parallel', 'G') + flow('P0', 'G') + step('B') + flow('G', 'B'),
      script('A', 'WAIT_TEN_SECONDS') +
        flow('G', 'A') +
        gateway('exclusive', 'K', { default: flowId('K', 'P9') }),
      flow('A', 'K') + flow('K', 'J', 'false') + end('P9') + flow('K', 'P9'),
      joined('inclusive', ['B']),
    ),
    trace: 'B Z',
  },
  {
    name: 'ParallelGateway_SurplusTokenStays',
    xml: one(
      start('P0') + step('A', { completionQuantity: 2 }) + step('B') + gateway('parallel', 'G'),
      chain('P0', 'G', 'A') + flow('G', 'B') + joined('parallel', ['A', 'B']),
    ),
    trace: 'A B Z',
  },
  {
    name: 'ComplexGateway_TwoOfThree',
    xml: one(
      split('inclusive', ['A', 'B', 'D']) +
        joined('complex', ['A', 'B', 'D'], formal('activationCondition', 'activationCount >= 2')),
    ),
    variables: on('abd'),
    trace: 'A B D Z',
  },
  {
    name: 'ComplexGateway_Reset_Conditions',
    xml: one(
      split('inclusive', ['A', 'B', 'D']) +
        joined('complex', ['A', 'B', 'D'], formal('activationCondition', 'activationCount >= 2')),
      step('L') + flow('J', 'L', 'not(waitingForStart) and activationCount = 1'),
    ),
    variables: on('abd'),
    trace: 'A B D Z L',
  },
  {
    name: 'ComplexGateway_Reset_DefaultFlow',
    xml: one(
      split('inclusive', ['A', 'B', 'D']) +
        gateway(
          'complex',
          'J',
          { default: flowId('J', 'L') },
          formal('activationCondition', 'activationCount >= 2'),
        ),
      step('Z') + step('L') + flow('J', 'Z', 'waitingForStart') + flow('J', 'L'),
      ['A', 'B', 'D'].map((id) => flow(id, 'J')).join(''),
    ),
    variables: on('abd'),
    trace: 'A B D Z L',
  },
  {
    name: 'ComplexGateway_NoCondition',
    xml: one(split('inclusive', ['A', 'B', 'D']) + joined('complex', ['A', 'B', 'D'])),
    variables: on('ab'),
    trace: 'A B Z',
  },
  {
    name: 'ComplexGateway_NeverEnough',
    xml: one(
      split('inclusive', ['A', 'B', 'D']) +
        joined('complex', ['A', 'B', 'D'], formal('activationCondition', 'activationCount >= 2')),
    ),
    variables: on('a'),
    trace: 'A',
  },
  {
    name: 'EventBasedGateway_Timer',
    xml: one(
      start('P0') + gateway('eventBased', 'G') + chain('P0', 'G', 'W', 'A') + chain('G', 'V', 'B'),
      catching('W', define.after('PT5S')) + catching('V', define.message('m')) + step('A') + step('B'),
    ),
    trace: 'A',
  },
  {
    name: 'EventBasedGateway_ReceiveTask',
    xml: definitions(
      define.roots,
      process(
        'P',
        start('P0') + gateway('eventBased', 'G') + chain('P0', 'G', 'W', 'A') + chain('G', 'V', 'B'),
        catching('W', define.after('PT5S')) + tag('receiveTask', { id: 'V', messageRef: 'm' }),
        step('A') + step('B'),
      ),
      process(
        'Q',
        start('Q0') + catching('Q1', define.after('PT1S')) + end('Q2', define.message('m')),
      ).replace('</bpmn:process>', `${chain('Q0', 'Q1', 'Q2')}</bpmn:process>`),
    ),
    startFirst: 'Q',
    trace: 'B',
  },
  {
    name: 'EventBasedGateway_Instantiate',
    xml: definitions(
      define.roots,
      process('P', start('P0') + end('X', define.message('m2')) + flow('P0', 'X')),
      instantiating({ instantiate: true }, 'm', 'm2'),
    ),
    trace: 'B',
  },
  {
    name: 'EventBasedGateway_Instantiate_Parallel',
    xml: definitions(
      define.roots,
      process(
        'P',
        start('P0') +
          throwing('X', define.message('m2')) +
          end('Y', define.message('m')) +
          chain('P0', 'X', 'Y'),
      ),
      instantiating({ instantiate: true, eventGatewayType: 'Parallel' }, 'm', 'm2'),
    ),
    trace: 'A B',
  },
];

/** A process that an event-based gateway begins: A after the first message, B after the second. */
function instantiating(attributes: Record<string, string | boolean>, first: string, second: string): string {
  return process(
    'Q',
    gateway('eventBased', 'QG', attributes) + chain('QG', 'QW', 'A') + chain('QG', 'QV', 'B'),
    catching('QW', define.message(first)) + catching('QV', define.message(second)) + step('A') + step('B'),
  );
}
