import * as define from './definitions';
import type { Model } from './model';
import { one } from './one';
import {
  boundary,
  catching,
  chain,
  definitions,
  end,
  eventSub,
  flow,
  flowId,
  formal,
  gateway,
  process,
  script,
  start,
  step,
  sub,
  tag,
  throwing,
} from './xml';

const times = (cardinality: number, attributes = {}): string =>
  tag('multiInstanceLoopCharacteristics', attributes, formal('loopCardinality', String(cardinality)));

/** start → S → C, with what stands beside. */
const around = (scope: string, ...beside: string[]): string =>
  one(start('P0') + scope + step('C') + chain('P0', 'S', 'C'), ...beside);

const undoable = (id: string): string =>
  step(id) +
  boundary(`b${id}`, id, true, define.compensation()) +
  step(`u${id}`, { isForCompensation: true }) +
  tag('association', { id: `as${id}`, sourceRef: `b${id}`, targetRef: `u${id}` });

/** Constructs inside each other, where most engines go wrong. */
export const COMBINATIONS: readonly Model[] = [
  {
    name: 'Compensation_OfEachInstance',
    xml: one(
      start('P0') + sub('S', times(2), start('S0') + undoable('A') + chain('S0', 'A')),
      throwing('X', define.compensation('S')) + step('C') + chain('P0', 'S', 'X', 'C'),
    ),
    trace: 'A A uA uA C',
    inOrder: true,
  },
  {
    name: 'Compensation_OfEachIteration',
    xml: one(
      start('P0') +
        tag(
          'subProcess',
          { id: 'S' },
          tag('standardLoopCharacteristics', { loopMaximum: 2 }, formal('loopCondition', 'true')),
          start('S0') + undoable('A') + chain('S0', 'A'),
        ),
      end('X', define.compensation()) + chain('P0', 'S', 'X'),
    ),
    trace: 'A A uA uA',
    inOrder: true,
  },
  {
    name: 'Cancel_UndoesCompletedSubProcesses',
    xml: one(
      start('P0') +
        tag(
          'transaction',
          { id: 'S' },
          start('T0') + sub('I', start('I0') + undoable('A') + chain('I0', 'A')) + undoable('B'),
          end('T9', define.cancel()) + chain('T0', 'I', 'B', 'T9'),
        ),
      step('C') + chain('P0', 'S', 'C'),
      boundary('H', 'S', true, define.cancel()) + step('D') + flow('H', 'D'),
    ),
    trace: 'A B uB uA D',
    inOrder: true,
  },
  {
    name: 'Compensation_NotOfWhatWasInterrupted',
    xml: one(
      start('P0') +
        sub('S', start('S0') + undoable('A') + end('S9', define.error('e')) + chain('S0', 'A', 'S9')),
      boundary('H', 'S', true, define.error('e')) + throwing('X', define.compensation()) + step('C'),
      chain('H', 'X', 'C') + flow('P0', 'S'),
    ),
    trace: 'A C',
    inOrder: true,
  },
  {
    name: 'MultiInstance_ErrorEndsAllInstances',
    xml: around(
      sub(
        'S',
        times(2),
        start('S0') +
          gateway('exclusive', 'G', { default: flowId('G', 'W') }) +
          script('W', 'WAIT_TEN_SECONDS') +
          step('A'),
        chain('S0', 'G', 'W', 'A') + flow('G', 'X', 'loopCounter = 2') + end('X', define.error('e')),
      ),
      boundary('H', 'S', true, define.error('e')) + step('B') + flow('H', 'B'),
    ),
    trace: 'B',
  },
  {
    name: 'MultiInstance_TerminateEndsOneInstance',
    xml: around(
      sub(
        'S',
        times(2),
        start('S0') +
          gateway('parallel', 'G') +
          script('W', 'WAIT_TEN_SECONDS') +
          step('A') +
          chain('S0', 'G', 'W', 'A'),
        catching('T', define.after('PT1S')) +
          gateway('exclusive', 'K', { default: flowId('K', 'E') }) +
          end('E'),
        end('X', define.terminate()) + chain('G', 'T', 'K', 'E') + flow('K', 'X', 'loopCounter = 2'),
      ),
    ),
    trace: 'A C',
  },
  {
    name: 'MultiInstance_EventSubProcessInEachInstance',
    xml: around(
      sub(
        'S',
        times(2),
        start('S0') + throwing('X', define.escalation('x')) + step('A') + chain('S0', 'X', 'A'),
        eventSub('H', false, define.escalation('x'), 'B'),
      ),
    ),
    trace: 'A A B B C',
  },
  {
    name: 'MultiInstance_Calls',
    xml: definitions(
      define.roots,
      process(
        'P',
        start('P0') +
          tag('callActivity', { id: 'S', calledElement: 'Q' }, times(3)) +
          step('C') +
          chain('P0', 'S', 'C'),
      ),
      process('Q', start('Q0') + step('A') + chain('Q0', 'A')),
    ),
    trace: 'A A A C',
  },
  {
    name: 'CallActivity_Interrupted',
    xml: definitions(
      define.roots,
      process(
        'P',
        start('P0') +
          tag('callActivity', { id: 'S', calledElement: 'Q' }) +
          step('C') +
          chain('P0', 'S', 'C'),
        boundary('H', 'S', true, define.after('PT5S')) + step('B') + flow('H', 'B'),
      ),
      process('Q', start('Q0') + script('W', 'WAIT_TEN_SECONDS') + step('A') + chain('Q0', 'W', 'A')),
    ),
    trace: 'B',
  },
  {
    name: 'EventSubProcess_ErrorInsideGoesOutwards',
    xml: around(
      sub(
        'S',
        start('S0') + end('X', define.error('e')) + flow('S0', 'X'),
        tag(
          'subProcess',
          { id: 'H', triggeredByEvent: true },
          start('H0', define.error('e')) + step('A') + script('T', 'THROW_ERROR') + chain('H0', 'A', 'T'),
        ),
      ),
      boundary('I', 'S', true, define.error()) + step('B') + flow('I', 'B'),
    ),
    trace: 'A B',
  },
  {
    name: 'EventSubProcess_KeepsTheProcessAlive',
    xml: one(
      start('P0') + throwing('X', define.signal('s')) + step('A') + chain('P0', 'X', 'A'),
      tag(
        'subProcess',
        { id: 'H', triggeredByEvent: true },
        tag('startEvent', { id: 'H0', isInterrupting: false }, define.signal('s')),
        script('W', 'WAIT_TEN_SECONDS') + step('B') + chain('H0', 'W', 'B'),
      ),
    ),
    trace: 'A B',
  },
  {
    name: 'BoundaryEvent_PathOutlivesItsActivity',
    xml: around(
      script('S', 'WAIT_TEN_SECONDS'),
      boundary('H', 'S', false, define.after('PT5S')) + catching('W', define.after('PT20S')) + step('B'),
      chain('H', 'W', 'B'),
    ),
    trace: 'C B',
    inOrder: true,
  },
  {
    name: 'InclusiveJoin_AfterBoundaryEvent',
    xml: one(
      start('P0') +
        script('S', 'WAIT_TEN_SECONDS') +
        gateway('inclusive', 'J') +
        step('Z') +
        chain('P0', 'S', 'J', 'Z'),
      boundary('H', 'S', false, define.after('PT5S')) + step('B') + chain('H', 'B', 'J'),
    ),
    trace: 'B Z',
  },
  {
    name: 'EventBasedGateway_InALoop',
    xml: one(
      start('P0') +
        gateway('exclusive', 'M') +
        gateway('eventBased', 'G') +
        chain('P0', 'M', 'G', 'W', 'A', 'X', 'Z'),
      catching('W', define.after('PT1S')) + catching('V', define.message('m')) + flow('G', 'V'),
      script('A', 'INCREMENT_INTEGER_VARIABLE_AND_LOG') +
        gateway('exclusive', 'X', { default: flowId('X', 'Z') }),
      step('Z') + flow('X', 'M', 'integerVariable < 3'),
    ),
    trace: 'INCREMENT INCREMENT INCREMENT Z',
  },
  {
    name: 'Link_InALoop',
    xml: one(
      start('P0') + gateway('exclusive', 'M') + script('A', 'INCREMENT_INTEGER_VARIABLE_AND_LOG'),
      gateway('exclusive', 'X', { default: flowId('X', 'Z') }) + step('Z') + chain('P0', 'M', 'A', 'X', 'Z'),
      throwing('L', define.link('again')) + flow('X', 'L', 'integerVariable < 2'),
      catching('K', define.link('again')) + flow('K', 'M'),
    ),
    trace: 'INCREMENT INCREMENT Z',
  },
  {
    name: 'InclusiveJoin_ByWayOfALink',
    xml: one(
      start('P0') +
        gateway('parallel', 'G') +
        gateway('inclusive', 'J') +
        step('Z') +
        chain('P0', 'G', 'A', 'J', 'Z'),
      step('A') +
        catching('W', define.after('PT5S')) +
        throwing('L', define.link('l')) +
        chain('G', 'W', 'L'),
      catching('K', define.link('l')) + step('B') + chain('K', 'B', 'J'),
    ),
    trace: 'A B Z',
  },
  {
    name: 'Token_StartQuantity_LeavesTheRest',
    xml: one(
      start('P0') +
        step('A', { completionQuantity: 3 }) +
        step('B', { startQuantity: 2 }) +
        chain('P0', 'A', 'B'),
    ),
    trace: 'A B',
  },
  {
    name: 'Escalation_ThroughSeveralScopes',
    xml: around(
      sub(
        'S',
        start('S0') +
          sub('T', start('T0') + end('X', define.escalation('x')) + flow('T0', 'X')) +
          step('A') +
          chain('S0', 'T', 'A'),
      ),
      boundary('H', 'S', false, define.escalation('x')) + step('B') + flow('H', 'B'),
    ),
    trace: 'A B C',
  },
  {
    name: 'Terminate_EndsTheProcessWithItsEventSubProcesses',
    xml: one(
      start('P0') +
        gateway('parallel', 'G') +
        throwing('X', define.signal('s')) +
        catching('W', define.after('PT5S')),
      end('E', define.terminate()) + chain('P0', 'G', 'X') + chain('G', 'W', 'E'),
      tag(
        'subProcess',
        { id: 'H', triggeredByEvent: true },
        tag('startEvent', { id: 'H0', isInterrupting: false }, define.signal('s')),
        script('V', 'WAIT_TEN_SECONDS') + step('B') + chain('H0', 'V', 'B'),
      ),
    ),
    trace: '',
  },
];
