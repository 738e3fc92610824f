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
  gateway,
  process,
  script,
  start,
  step,
  sub,
  tag,
  throwing,
} from './xml';

/** Two branches: one waits at `wait` and then does A, the other does `then`. */
const beside = (wait: string, then: string, ...chains: string[]): string =>
  one(
    start('P0') + gateway('parallel', 'G') + chain('P0', 'G', 'W', 'A', 'P9') + wait + step('A') + end('P9'),
    then,
    ...chains,
  );

const sender = (what: string): string =>
  process('P', start('P0') + what + step('A') + end('P9') + chain('P0', 'X', 'A', 'P9'));

const receiver = (...content: string[]): string => process('Q', ...content);

export const EVENTS: readonly Model[] = [
  {
    name: 'Multiple_IntermediateCatchEvent_FirstOfTwo',
    xml: beside(
      catching('W', define.signal('s') + define.signal('s2')),
      throwing('X', define.signal('s2')) + flow('G', 'X'),
    ),
    trace: 'A',
  },
  {
    name: 'Multiple_Parallel_IntermediateCatchEvent',
    xml: beside(
      tag(
        'intermediateCatchEvent',
        { id: 'W', parallelMultiple: true },
        define.signal('s') + define.signal('s2'),
      ),
      throwing('X', define.signal('s2')) + throwing('Y', define.signal('s')) + chain('G', 'X', 'Y'),
    ),
    trace: 'A',
  },
  {
    name: 'Multiple_IntermediateCatchEvent_TimerOrSignal',
    xml: beside(catching('W', define.signal('s') + define.after('PT5S')), step('B') + flow('G', 'B')),
    trace: 'A B',
  },
  {
    name: 'Multiple_BoundaryEvent_Interrupting',
    xml: one(
      start('P0') + script('S', 'WAIT_TEN_SECONDS') + step('C') + chain('P0', 'S', 'C'),
      boundary('H', 'S', true, define.signal('s') + define.after('PT5S')) + step('B') + flow('H', 'B'),
    ),
    trace: 'B',
  },
  {
    name: 'Multiple_StartEvent',
    xml: definitions(
      define.roots,
      sender(throwing('X', define.signal('s2'))),
      receiver(start('Q0', define.message('m') + define.signal('s2')) + step('B') + chain('Q0', 'B')),
    ),
    trace: 'A B',
  },
  {
    name: 'Multiple_Parallel_StartEvent',
    xml: definitions(
      define.roots,
      process('P', start('P0') + throwing('X', define.signal('s')) + throwing('Y', define.signal('s2'))),
      '',
    ).replace(
      '</bpmn:process>',
      `${chain('P0', 'X', 'Y')}</bpmn:process>${receiver(
        tag('startEvent', { id: 'Q0', parallelMultiple: true }, define.signal('s') + define.signal('s2')),
        step('B') + chain('Q0', 'B'),
      )}`,
    ),
    trace: 'B',
  },
  {
    name: 'Multiple_EndEvent',
    xml: beside(
      catching('W', define.signal('s')),
      end('X', define.signal('s2') + define.signal('s')) + flow('G', 'X'),
    ),
    trace: 'A',
  },
  {
    name: 'Link_Event',
    xml: one(
      start('P0') + step('A') + throwing('X', define.link('l')) + chain('P0', 'A', 'X'),
      catching('Y', define.link('l')) + step('B') + end('P9') + chain('Y', 'B', 'P9'),
    ),
    trace: 'A B',
  },
  {
    name: 'Terminate_Event_SubProcess',
    xml: one(
      start('P0') + step('C') + chain('P0', 'S', 'C'),
      sub(
        'S',
        start('S0') + gateway('parallel', 'G') + end('X', define.terminate()) + chain('S0', 'G', 'X'),
        catching('W', define.after('PT1S')) + step('A') + chain('G', 'W', 'A'),
      ),
    ),
    trace: 'C',
  },
  {
    name: 'Timer_StartEvent',
    xml: one(start('P0', define.after('PT5S')) + step('A') + chain('P0', 'A')),
    trace: 'A',
  },
  {
    name: 'Timer_StartEvent_Cycle',
    xml: one(start('P0', define.every('R3/PT5S')) + step('A') + chain('P0', 'A')),
    trace: 'A A A',
  },
  {
    name: 'Timer_BoundaryEvent_Cycle_NonInterrupting',
    xml: one(
      start('P0') + script('S', 'WAIT_TEN_SECONDS') + step('C') + chain('P0', 'S', 'C'),
      boundary('H', 'S', false, define.every('R/PT3S')) + step('B') + flow('H', 'B'),
    ),
    trace: 'B B B C',
  },
  {
    name: 'Message_IntermediateEvent',
    xml: definitions(
      define.roots,
      sender(throwing('X', define.message('m'))),
      receiver(start('Q0') + catching('W', define.message('m')) + step('B') + chain('Q0', 'W', 'B')),
    ),
    startFirst: 'Q',
    trace: 'A B',
  },
  {
    name: 'Message_StartEvent_BySendTask',
    xml: definitions(
      define.roots,
      sender(tag('sendTask', { id: 'X', messageRef: 'm' })),
      receiver(start('Q0', define.message('m')) + step('B') + chain('Q0', 'B')),
    ),
    trace: 'A B',
  },
  {
    name: 'ReceiveTask',
    xml: definitions(
      define.roots,
      sender(throwing('X', define.message('m'))),
      receiver(
        start('Q0') + tag('receiveTask', { id: 'W', messageRef: 'm' }) + step('B') + chain('Q0', 'W', 'B'),
      ),
    ),
    startFirst: 'Q',
    trace: 'A B',
  },
  {
    name: 'Signal_EndEvent',
    xml: beside(catching('W', define.signal('s')), end('X', define.signal('s')) + flow('G', 'X')),
    trace: 'A',
  },
  {
    name: 'Signal_EndEvent_SubProcess',
    xml: one(
      start('P0') + sub('S', start('S0') + end('X', define.signal('s')) + flow('S0', 'X')),
      step('C') + chain('P0', 'S', 'C'),
      boundary('H', 'S', true, define.signal('s')) + step('B') + flow('H', 'B'),
    ),
    trace: 'B',
  },
  {
    name: 'Error_BoundaryEvent_Task',
    xml: one(
      start('P0') + script('S', 'THROW_ERROR') + step('C') + chain('P0', 'S', 'C'),
      boundary('H', 'S', true, define.error('e')) + step('B') + flow('H', 'B'),
    ),
    trace: 'B',
  },
  {
    name: 'Error_BoundaryEvent_CodeBeforeAll',
    xml: one(
      start('P0') + script('S', 'THROW_ERROR') + step('C') + chain('P0', 'S', 'C'),
      boundary('H', 'S', true, define.error()) + step('B') + flow('H', 'B'),
      boundary('I', 'S', true, define.error('e')) + step('D') + flow('I', 'D'),
    ),
    trace: 'D',
  },
  {
    name: 'Error_OtherCode_GoesOutwards',
    xml: one(
      start('P0') + step('C') + chain('P0', 'S', 'C'),
      sub(
        'S',
        start('S0') + script('T', 'THROW_ERROR') + chain('S0', 'T'),
        boundary('H', 'T', true, define.error('e2')) + step('B') + flow('H', 'B'),
      ),
      boundary('I', 'S', true, define.error()) + step('D') + flow('I', 'D'),
    ),
    trace: 'D',
  },
  {
    name: 'Error_Rethrown_By_EventSubProcess',
    xml: one(
      start('P0') + step('C') + chain('P0', 'S', 'C'),
      sub(
        'S',
        start('S0') + end('X', define.error('e')) + chain('S0', 'X'),
        tag(
          'subProcess',
          { id: 'H', triggeredByEvent: true },
          start('H0', define.error('e')) + step('A') + end('H9', define.error('e')) + chain('H0', 'A', 'H9'),
        ),
      ),
      boundary('I', 'S', true, define.error('e')) + step('D') + flow('I', 'D'),
    ),
    trace: 'A D',
  },
  {
    name: 'Error_EndEvent_CalledProcess',
    xml: definitions(
      define.roots,
      process(
        'P',
        start('P0') +
          tag('callActivity', { id: 'S', calledElement: 'Q' }) +
          step('C') +
          chain('P0', 'S', 'C'),
        boundary('H', 'S', true, define.error('e')) + step('B') + flow('H', 'B'),
      ),
      receiver(start('Q0') + step('A') + end('Q9', define.error('e')) + chain('Q0', 'A', 'Q9')),
    ),
    trace: 'A B',
  },
  {
    name: 'Escalation_Uncaught',
    xml: one(
      start('P0') + throwing('X', define.escalation('x')) + step('A') + end('P9', define.escalation('x')),
      chain('P0', 'X', 'A', 'P9'),
    ),
    trace: 'A',
  },
  {
    name: 'Escalation_CatchAll_BoundaryEvent_NonInterrupting',
    xml: one(
      start('P0') + sub('S', start('S0') + end('X', define.escalation('x')) + flow('S0', 'X')),
      step('C') + chain('P0', 'S', 'C'),
      boundary('H', 'S', false, define.escalation()) + step('B') + flow('H', 'B'),
    ),
    trace: 'B C',
  },
  {
    name: 'Conditional_IntermediateEvent',
    xml: beside(
      catching('W', define.when('integerVariable > 0')),
      script('X', 'INCREMENT_INTEGER_VARIABLE') + flow('G', 'X'),
    ),
    trace: 'A',
  },
  {
    name: 'Conditional_IntermediateEvent_HoldsAlready',
    xml: one(
      start('P0') + catching('W', define.when('integerVariable = 0')) + step('A') + chain('P0', 'W', 'A'),
    ),
    trace: 'A',
  },
  {
    name: 'EventSubProcess_StaysQuiet',
    xml: one(start('P0') + step('A') + chain('P0', 'A') + eventSub('H', true, define.signal('s'), 'B')),
    trace: 'A',
  },
];
