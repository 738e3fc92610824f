import * as define from './definitions';
import type { Model } from './model';
import { one } from './one';
import {
  boundary,
  chain,
  definitions,
  end,
  flow,
  formal,
  process,
  script,
  start,
  step,
  sub,
  tag,
} from './xml';

/** start → A → C, where A is `activity`. */
const repeated = (activity: string, beside = ''): string =>
  one(start('P0') + activity + step('C') + chain('P0', 'A', 'C') + beside);

const loop = (attributes: Record<string, string | number | boolean>, condition?: string): string =>
  tag('standardLoopCharacteristics', attributes, condition ? formal('loopCondition', condition) : '');

const times = (cardinality: number | string, attributes = {}, ...content: string[]): string =>
  tag(
    'multiInstanceLoopCharacteristics',
    attributes,
    formal('loopCardinality', String(cardinality)),
    ...content,
  );

const caught = boundary('H', 'A', false, define.signal('s')) + step('B') + flow('H', 'B');

const INCREMENT = 'INCREMENT_INTEGER_VARIABLE_AND_LOG';

export const ACTIVITIES: readonly Model[] = [
  {
    name: 'Loop_NoIteration_TestBeforeTrue',
    xml: repeated(step('A', {}, loop({ testBefore: true }, 'false'))),
    trace: 'C',
  },
  {
    name: 'Loop_TestBefore_Condition',
    xml: repeated(script('A', INCREMENT, {}, loop({ testBefore: true }, 'integerVariable < 2'))),
    trace: 'INCREMENT INCREMENT C',
  },
  {
    name: 'Loop_LoopMaximum',
    xml: repeated(step('A', {}, loop({ loopMaximum: 3 }, 'true'))),
    trace: 'A A A C',
  },
  {
    name: 'Loop_LoopMaximum_ConditionFirst',
    xml: repeated(script('A', INCREMENT, {}, loop({ loopMaximum: 5 }, 'integerVariable < 2'))),
    trace: 'INCREMENT INCREMENT C',
  },
  {
    name: 'MultiInstance_NoneBehavior',
    xml: repeated(step('A', {}, times(3, { behavior: 'None', noneBehaviorEventRef: 'D' })), caught).replace(
      '<bpmn:process',
      `${define.signal('s', 'D')}<bpmn:process`,
    ),
    trace: 'A A A B B B C',
  },
  {
    name: 'MultiInstance_OneBehavior',
    xml: repeated(step('A', {}, times(3, { behavior: 'One', oneBehaviorEventRef: 'D' })), caught).replace(
      '<bpmn:process',
      `${define.signal('s', 'D')}<bpmn:process`,
    ),
    trace: 'A A A B C',
  },
  {
    name: 'MultiInstance_ComplexBehavior',
    xml: repeated(
      step(
        'A',
        {},
        times(
          3,
          { behavior: 'Complex' },
          tag(
            'complexBehaviorDefinition',
            { id: 'K' },
            formal('condition', 'numberOfCompletedInstances = 2'),
            tag('event', { id: 'KE' }, define.signal('s')),
          ),
        ),
      ),
      caught,
    ),
    trace: 'A A A B C',
  },
  {
    name: 'MultiInstance_CompletionCondition_Sequential',
    xml: repeated(
      step(
        'A',
        {},
        times(5, { isSequential: true }, formal('completionCondition', 'numberOfCompletedInstances >= 2')),
      ),
    ),
    trace: 'A A C',
  },
  {
    name: 'MultiInstance_CompletionCondition_Parallel',
    xml: repeated(
      script(
        'A',
        'WAIT_TEN_SECONDS',
        {},
        times(5, {}, formal('completionCondition', 'numberOfCompletedInstances >= 2')),
      ),
    ),
    trace: 'C',
  },
  {
    name: 'MultiInstance_Zero',
    xml: repeated(step('A', {}, times(0))),
    trace: 'C',
  },
  {
    name: 'MultiInstance_SubProcess_Parallel',
    xml: repeated(sub('A', times(2), start('A0') + step('A1') + chain('A0', 'A1'))),
    trace: 'A1 A1 C',
  },
  {
    name: 'MultiInstance_SubProcess_Interrupted',
    xml: repeated(
      sub(
        'A',
        times(3),
        start('A0') + script('A1', 'WAIT_TEN_SECONDS') + step('A2') + chain('A0', 'A1', 'A2'),
      ),
      boundary('H', 'A', true, define.after('PT5S')) + step('B') + flow('H', 'B'),
    ),
    trace: 'B',
  },
  {
    name: 'Token_CompletionQuantity_Two',
    xml: repeated(step('A', { completionQuantity: 2 })),
    trace: 'A C C',
  },
  {
    name: 'Token_StartQuantity_Two_Arrive',
    xml: one(
      start('P0') + step('A', { completionQuantity: 2 }) + step('B', { startQuantity: 2 }),
      chain('P0', 'A', 'B'),
    ),
    trace: 'A B',
  },
  {
    name: 'Token_StartQuantity_Zero',
    xml: repeated(step('A', { startQuantity: 0 })),
    trace: 'ERROR_deployment',
  },
  {
    name: 'Token_CompletionQuantity_Zero',
    xml: repeated(step('A', { completionQuantity: 0 })),
    trace: 'ERROR_deployment',
  },
  {
    name: 'Loop_NegativeLoopMaximum',
    xml: repeated(step('A', {}, loop({ loopMaximum: -1 }, 'true'))),
    trace: 'ERROR_deployment',
  },
  {
    name: 'AdHocSubProcess_Parallel',
    xml: repeated(tag('adHocSubProcess', { id: 'A', ordering: 'Parallel' }, step('A1') + step('A2'))),
    trace: 'A1 A2 C',
  },
  {
    name: 'AdHocSubProcess_Parallel_CompletionCondition',
    xml: repeated(
      tag(
        'adHocSubProcess',
        { id: 'A', ordering: 'Parallel', cancelRemainingInstances: true },
        script('A1', INCREMENT) + script('A2', 'WAIT_TEN_SECONDS') + step('A3') + flow('A2', 'A3'),
        formal('completionCondition', 'integerVariable >= 1'),
      ),
    ),
    trace: 'INCREMENT C',
  },
  {
    name: 'AdHocSubProcess_Sequential_CompletionCondition',
    xml: repeated(
      tag(
        'adHocSubProcess',
        { id: 'A', ordering: 'Sequential' },
        script('A1', INCREMENT) + step('A2'),
        formal('completionCondition', 'integerVariable >= 1'),
      ),
    ),
    trace: 'INCREMENT C',
  },
  {
    name: 'CallActivity_GlobalTask',
    xml: definitions(
      define.roots,
      tag('globalScriptTask', { id: 'Global' }, '<bpmn:script>CREATE_MARKER_FILE</bpmn:script>'),
      process(
        'P',
        start('P0') +
          tag('callActivity', { id: 'A', calledElement: 'Global' }) +
          step('C') +
          chain('P0', 'A', 'C'),
      ),
    ),
    trace: 'MARKER_exists C',
  },
  {
    name: 'Transaction_Completes',
    xml: repeated(
      tag('transaction', { id: 'A' }, start('A0') + step('A1') + end('A9') + chain('A0', 'A1', 'A9')),
      boundary('H', 'A', true, define.cancel()) + step('B') + flow('H', 'B'),
    ),
    trace: 'A1 C',
  },
  {
    name: 'ReceiveTask_Instantiate_Twice',
    xml: definitions(
      define.roots,
      process(
        'P',
        start('P0') +
          tag('sendTask', { id: 'X', messageRef: 'm' }) +
          tag('sendTask', { id: 'Y', messageRef: 'm' }),
        chain('P0', 'X', 'Y'),
      ),
      process(
        'Q',
        tag('receiveTask', { id: 'W', messageRef: 'm', instantiate: true }) + step('B') + chain('W', 'B'),
      ),
    ),
    trace: 'B B',
  },
];
