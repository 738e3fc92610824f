import { describe, expect, it } from 'vitest';
import type { ProcessDocument } from '@/engine/compile/document';
import { isFlowNode } from '@/engine/compile/flow-model';
import { also, draw } from '@/engine/compile/testing/draw';
import { checkDocument } from '@/lib/processes/check';
import { variants } from './catalogue';
import type { Seed } from './define';
import { plantFresh } from './testing/fresh';

/** Problems of `X` that name a field, as `severity code field`. */
const missing = (document: ProcessDocument): string[] =>
  checkDocument(document)
    .filter(({ severity, elementId, field }) => severity !== 'info' && elementId === 'X' && field)
    .map(({ severity, code, field }) => `${severity} ${code} ${field}`);

const MESSAGE = 'warning message-name message.name';
const SIGNAL = 'warning signal-name signal.name';
const CONDITION = 'error condition conditional.condition';
const SEVERAL = [MESSAGE, SIGNAL];

/** What everything that can be drawn misses before anybody says something about it. */
const FRESH: Record<string, string[]> = {
  'start-event': [],
  'start-event.message': [MESSAGE],
  'start-event.timer': [],
  'start-event.signal': [SIGNAL],
  'start-event.conditional': [CONDITION],
  'start-event.error': [],
  'start-event.escalation': [],
  'start-event.compensation': [],
  'start-event.message-beside': [MESSAGE],
  'start-event.timer-beside': [],
  'start-event.signal-beside': [SIGNAL],
  'start-event.conditional-beside': [CONDITION],
  'start-event.escalation-beside': [],
  'start-event.multiple': SEVERAL,
  'start-event.multiple-beside': SEVERAL,
  'start-event.parallel-multiple': SEVERAL,
  'start-event.parallel-multiple-beside': SEVERAL,
  'end-event': [],
  'end-event.terminate': [],
  'end-event.error': ['warning error-code error.code'],
  'end-event.message': [MESSAGE],
  'end-event.signal': [SIGNAL],
  'end-event.escalation': ['warning escalation-code escalation.code'],
  'end-event.compensation': [],
  'end-event.cancel': [],
  'end-event.multiple': SEVERAL,
  'catch-event.timer': [],
  'catch-event.message': [MESSAGE],
  'catch-event.signal': [SIGNAL],
  'catch-event.conditional': [CONDITION],
  'catch-event.link': ['warning link-events link.name'],
  'catch-event.multiple': SEVERAL,
  'catch-event.parallel-multiple': SEVERAL,
  'throw-event': [],
  'throw-event.message': [MESSAGE],
  'throw-event.signal': [SIGNAL],
  'throw-event.escalation': ['warning escalation-code escalation.code'],
  'throw-event.compensation': [],
  'throw-event.link': ['error link-events link.name'],
  'throw-event.multiple': SEVERAL,
  'boundary-event.timer': [],
  'boundary-event.reminder': [],
  // without a code it catches every error, which is often meant
  'boundary-event.error': [],
  'boundary-event.message': [MESSAGE],
  'boundary-event.message-beside': [MESSAGE],
  'boundary-event.signal': [SIGNAL],
  'boundary-event.signal-beside': [SIGNAL],
  'boundary-event.conditional': [CONDITION],
  'boundary-event.conditional-beside': [CONDITION],
  'boundary-event.escalation': [],
  'boundary-event.escalation-beside': [],
  'boundary-event.compensation': [],
  'boundary-event.cancel': [],
  'boundary-event.multiple': SEVERAL,
  'boundary-event.multiple-beside': SEVERAL,
  'boundary-event.parallel-multiple': SEVERAL,
  'boundary-event.parallel-multiple-beside': SEVERAL,
  task: [],
  'task.manual': [],
  'receive-task': [MESSAGE],
  'receive-task.instantiate': [MESSAGE],
  'service-task': ['warning no-implementation type'],
  'service-task.send': ['warning no-implementation type'],
  'service-task.rule': ['warning no-implementation type'],
  'http-call': ['error http-url url'],
  'script-task': ['error script-empty script'],
  'business-rule-task': ['error decision-missing decisionId'],
  'ai-call': ['error ai-prompt userPrompt'],
  'user-task': [],
  approval: ['warning approval-assigned candidateGroups'],
  'call-activity': ['error called-process process'],
  'exclusive-gateway': [],
  'parallel-gateway': [],
  'inclusive-gateway': [],
  'event-based-gateway': [],
  'event-based-gateway.instantiate': [],
  'event-based-gateway.parallel': [],
  'complex-gateway': [],
  'sub-process': [],
  'sub-process.closed': [],
  'event-sub-process': [],
  transaction: [],
  'ad-hoc-sub-process': [],
  'ad-hoc-sub-process.sequential': [],
};

const steps = variants.filter(({ seed }) => isFlowNode(seed.type));

describe('a fresh element says what it misses, by field', () => {
  it('of every kind', () => expect(Object.keys(FRESH).sort()).toEqual(steps.map(({ id }) => id).sort()));

  it.each(steps.map(({ id, seed }): [string, Seed] => [id, seed]))('%s', (id, seed) => {
    expect(missing(plantFresh(seed))).toEqual(FRESH[id]);
  });
});

const seedOf = (id: string): Seed => variants.find((variant) => variant.id === id)!.seed;

/** The fresh element with its timer emptied. */
function untimed(id: string): ProcessDocument {
  const document = plantFresh(seedOf(id));
  const timer = Object.values(document.elements).find(({ type }) => type === 'bpmn:TimerEventDefinition')!;
  timer.values = {};
  return document;
}

/** A step that waits for the message “Order”. */
const waiting = (id: string): ProcessDocument => {
  const document = also(plantFresh(seedOf(id)), { M: { type: 'Message', attrs: { name: 'Order' } } });
  const definition = Object.values(document.elements).find(
    ({ type }) => type === 'bpmn:MessageEventDefinition',
  );
  const holder = (definition ?? document.elements.X)!;
  document.elements[holder.id] = { ...holder, refs: { ...holder.refs, messageRef: 'M' } };
  return document;
};

const repeated = (type: string): ProcessDocument =>
  also(draw({ S: 'StartEvent', X: 'Task', E: 'EndEvent' }, ['S > X', 'X > E']), {
    L: { type, parent: 'X', containment: 'loopCharacteristics' },
  });

const TIMER = ['error timer timer.value'];
const KEY = ['warning correlation-key message.correlationKey'];

describe('what is emptied or half said names its field', () => {
  it.each<[string, ProcessDocument, string[]]>([
    ['a timer that starts a process', untimed('start-event.timer'), TIMER],
    ['a timer that is waited for', untimed('catch-event.timer'), TIMER],
    ['a timer on a border', untimed('boundary-event.timer'), TIMER],
    ['a reminder', untimed('boundary-event.reminder'), TIMER],
    ['a message that is waited for, without key', waiting('catch-event.message'), KEY],
    ['a message on a border, without key', waiting('boundary-event.message'), KEY],
    ['a receive task without key', waiting('receive-task'), KEY],
    ['a message that starts a process, which needs no key', waiting('start-event.message'), []],
    ['a message that is thrown', waiting('throw-event.message'), []],
    [
      'a repetition of nothing',
      repeated('MultiInstanceLoopCharacteristics'),
      ['error multi-instance-size loop.collection'],
    ],
    ['a loop without end', repeated('StandardLoopCharacteristics'), ['warning endless-loop loop.condition']],
    [
      'a path of a decision',
      draw({ S: 'StartEvent', G: 'ExclusiveGateway', A: 'EndEvent', B: 'EndEvent' }, [
        'S > G',
        'G > A ? =x',
        'X: G > B',
      ]),
      ['error gateway-conditions condition'],
    ],
  ])('%s', (_name, document, expected) => expect(missing(document)).toEqual(expected));
});
