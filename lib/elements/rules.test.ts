import { describe, expect, it } from 'vitest';
import { eachCauseOnce } from '@/engine/compile/causes';
import { compile } from '@/engine/compile/compile';
import type { InlineValue, ProcessDocument } from '@/engine/compile/document';
import { lint } from '@/engine/compile/lint/lint';
import { type Drawn, draw, extensions } from '@/engine/compile/testing/draw';
import { compileRegistry } from './compile-registry';
import { rules } from './rules';

/** Start > X > End, with X as given and other nodes beside it; problems of one code as `severity element field`. */
function problems(code: string, document: ProcessDocument): string[] {
  const compiled = compile(document, { versionId: 'v', checksum: 'c', registry: compileRegistry });
  return eachCauseOnce(compiled.problems, lint(document, rules))
    .filter((problem) => problem.code === code)
    .map(({ severity, elementId, field }) => `${severity} ${elementId} ${field ?? ''}`.trim());
}

const around = (X: Drawn, more: Record<string, Drawn> = {}) =>
  draw({ S: 'StartEvent', X, E: 'EndEvent', ...more }, ['S > X', 'X > E']);
const step = (type: string, ...values: InlineValue[]): Drawn => ({ type, values: extensions(...values) });
const aiCall = (properties: object) =>
  around(
    step('ServiceTask', {
      $type: 'countersign:AiCall',
      userPrompt: 'Read {{x}}',
      outputSchema: SCHEMA,
      ...properties,
    }),
  );
const link = (provider: string, model = '') => ({ $type: 'countersign:Fallback', provider, model });
const links = (...providers: string[]) => providers.map((provider) => link(provider));
const SCHEMA = '{"type":"object","properties":{"a":{"type":"string"}}}';
const outcome = (id: string) => ({ $type: 'countersign:Outcome', id, label: id });
const approval = (
  properties: object,
  more: Record<string, Drawn> = {},
  who: object = { candidateGroups: 'finance' },
) =>
  around(
    step(
      'UserTask',
      { $type: 'zeebe:AssignmentDefinition', ...who },
      { $type: 'countersign:Approval', outcomes: [outcome('yes'), outcome('no')], ...properties },
    ),
    more,
  );
const counted = (...more: InlineValue[]) =>
  around(step('UserTask', { $type: 'countersign:WorkingTime', calendar: 'office' }, ...more));
const assignedTo = (assignee: string, properties: object) => approval(properties, {}, { assignee });
const named = (candidateUsers: string, properties: object) => approval(properties, {}, { candidateUsers });
const http = (properties: object) =>
  around(step('ServiceTask', { $type: 'countersign:Http', url: 'https://x.test/a', ...properties }));
const timer = (property: string, body: string) => {
  const document = around({ type: 'IntermediateCatchEvent', events: ['Timer'] });
  document.elements.X_Timer!.values[property] = { $type: 'bpmn:FormalExpression', body };
  return document;
};
const boundary = (drawn: object, host: Drawn = 'UserTask') =>
  draw(
    {
      S: 'StartEvent',
      A: host,
      E: 'EndEvent',
      B: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events: ['Error'], ...drawn },
    },
    ['S > A', 'A > E', 'B > E'],
  );
const form = (body: string) => around(step('UserTask', { $type: 'countersign:Form', body }));
const script = (attrs: Record<string, string>) => around({ type: 'ScriptTask', attrs });

type Row = [code: string, name: string, document: ProcessDocument, expected: string[]];
const ROWS: Row[] = [
  ['ai-prompt', 'a prompt', aiCall({}), []],
  ['ai-prompt', 'no prompt', aiCall({ userPrompt: ' ' }), ['error X userPrompt']],
  ['ai-schema', 'a schema', aiCall({}), []],
  ['ai-schema', 'no schema', aiCall({ outputSchema: undefined }), ['error X outputSchema']],
  ['ai-schema', 'text that is no JSON', aiCall({ outputSchema: '{' }), ['error X outputSchema']],
  [
    'ai-schema',
    'an unknown type',
    aiCall({ outputSchema: '{"type":"object","properties":{"a":{"type":"text"}}}' }),
    ['error X outputSchema'],
  ],
  [
    'ai-schema',
    'a required property that isn’t there',
    aiCall({ outputSchema: '{"type":"object","properties":{},"required":["a"]}' }),
    ['error X outputSchema'],
  ],
  ['ai-threshold', 'a threshold above 1', aiCall({ threshold: 1.5 }), ['error X threshold']],
  ['ai-fallback', 'a chain of different models', aiCall({ fallbacks: links('a', 'b') }), []],
  ['ai-fallback', 'one provider with two models', aiCall({ fallbacks: [link('a', 'x'), link('a')] }), []],
  [
    'ai-fallback',
    'the first model again',
    aiCall({ provider: 'a', fallbacks: links('b', 'a') }),
    ['warning X fallbacks[1]'],
  ],
  ['ai-fallback', 'a model twice', aiCall({ fallbacks: links('a', 'a') }), ['warning X fallbacks[1]']],
  ['ai-fallback', 'five models', aiCall({ fallbacks: links('a', 'b', 'c', 'd', 'e') }), []],
  [
    'ai-fallback',
    'six models',
    aiCall({ fallbacks: links('a', 'b', 'c', 'd', 'e', 'f') }),
    ['error X fallbacks'],
  ],
  ['ai-budget', 'no limits', aiCall({}), []],
  ['ai-budget', 'both limits', aiCall({ maxCost: 0.05, maxCostPerDay: 5, currency: 'USD' }), []],
  ['ai-budget', 'a call for nothing', aiCall({ maxCost: 0 }), ['error X maxCost']],
  ['ai-budget', 'a day for less than nothing', aiCall({ maxCostPerDay: -1 }), ['error X maxCostPerDay']],
  ['ai-budget', 'a currency in words', aiCall({ maxCost: 1, currency: 'euros' }), ['error X currency']],
  ['ai-budget', 'a currency of no limit', aiCall({ currency: 'euros' }), []],
  ['ai-budget', 'a call dearer than a day', aiCall({ maxCost: 2, maxCostPerDay: 1 }), ['warning X maxCost']],
  [
    'ai-budget',
    'the next model, which is there',
    aiCall({ onBudget: 'fallback', fallbacks: links('b') }),
    [],
  ],
  [
    'ai-budget',
    'the next model, where there is none',
    aiCall({ onBudget: 'fallback' }),
    ['warning X onBudget'],
  ],
  ['ai-quotes', 'quotes of a variable', aiCall({ requireQuotes: 'true' }), []],
  ['ai-quotes', 'no variable, and no quotes', aiCall({ userPrompt: 'Write a poem' }), []],
  [
    'ai-quotes',
    'quotes of nothing',
    aiCall({ requireQuotes: 'true', userPrompt: 'Write a poem' }),
    ['error X requireQuotes'],
  ],
  ['timeout', 'a time limit', aiCall({ timeout: 'PT1M' }), []],
  ['timeout', 'a time limit in words', aiCall({ timeout: 'soon' }), ['error X timeout']],
  ['expression', 'a broken prompt chip', aiCall({ userPrompt: '{{= 1 + }}' }), ['error X userPrompt']],
  [
    'secret-literal',
    'a key in a prompt',
    aiCall({ userPrompt: 'use sk-abcdefghijklmnopqrstuv' }),
    ['warning X userPrompt'],
  ],
  ['approval-outcomes', 'two answers', approval({}), []],
  ['approval-outcomes', 'no answers', approval({ outcomes: [] }), ['error X outcomes']],
  ['approval-outcomes', 'one answer', approval({ outcomes: [outcome('ok')] }), ['warning X outcomes']],
  [
    'approval-outcomes',
    'two answers with one id',
    approval({ outcomes: [outcome('a'), outcome('a')] }),
    ['error X outcomes[1].id'],
  ],
  ['approval-assigned', 'a group', approval({}), []],
  [
    'approval-assigned',
    'nobody',
    around(step('UserTask', { $type: 'countersign:Approval', outcomes: [outcome('a'), outcome('b')] })),
    ['warning X candidateGroups'],
  ],
  ['working-time', 'no calendar', approval({}), []],
  ['working-time', 'a due date', counted({ $type: 'zeebe:TaskSchedule', dueDate: 'PT4H' }), []],
  ['working-time', 'a reminder', counted({ $type: 'countersign:Reminder', repeat: 'R/P1D' }), []],
  ['working-time', 'nothing to count', counted(), ['warning X calendar']],
  [
    'working-time',
    'a fixed moment',
    counted({ $type: 'zeebe:TaskSchedule', dueDate: '2026-12-01T10:00:00Z' }),
    ['warning X calendar'],
  ],
  [
    'due-date',
    'weeks of working time',
    counted({ $type: 'zeebe:TaskSchedule', dueDate: 'P1W' }),
    ['error X dueDate'],
  ],
  [
    'reminder',
    'months of working time',
    counted({ $type: 'countersign:Reminder', repeat: 'R/P1M' }),
    ['error X reminder'],
  ],
  ['approval-signature', 'no signature', approval({}), []],
  ['approval-signature', 'a statement', approval({ signature: true, meaning: 'I have read it.' }), []],
  ['approval-signature', 'no statement', approval({ signature: true, meaning: ' ' }), ['error X meaning']],
  [
    'approval-signature',
    'a statement that nobody signs',
    approval({ meaning: 'I have read it.' }),
    ['warning X signature'],
  ],
  [
    'approval-signature',
    'a variable in the statement',
    approval({ signature: true, meaning: 'I pay {{amount}}.' }),
    ['warning X meaning'],
  ],
  ['approval-quorum', 'two of three', approval({ quorum: '2', quorumOf: '3' }), []],
  ['approval-quorum', 'more than are asked', approval({ quorum: '4', quorumOf: '3' }), ['error X quorum']],
  ['approval-quorum', 'a group of unknown size', approval({ quorum: 'all' }), ['error X quorumOf']],
  [
    'approval-quorum',
    'more than everybody',
    approval({ quorum: '120%', quorumOf: '3' }),
    ['error X quorumValue'],
  ],
  ['approval-quorum', 'nobody', approval({ quorum: '0', quorumOf: '3' }), ['error X quorum']],
  ['approval-quorum', 'one person', assignedTo('mia', { quorum: 'all', quorumOf: '2' }), ['error X quorum']],
  ['approval-quorum', 'all of two named', named('mia, jo', { quorum: 'all' }), []],
  ['approval-quorum', 'three of two named', named('mia, jo', { quorum: '3' }), ['error X quorum']],
  ['approval-quorum', 'people known when it runs', named('=team', { quorum: '3' }), []],
  ['four-eyes', 'a step that a person does', approval({ notDoneBy: 'U' }, { U: 'UserTask' }), []],
  ['four-eyes', 'a step that doesn’t exist', approval({ notDoneBy: 'Gone' }), ['error X notDoneBy']],
  [
    'four-eyes',
    'a step no person does',
    approval({ notDoneBy: 'T' }, { T: 'Task' }),
    ['warning X notDoneBy'],
  ],
  ['four-eyes', 'itself', approval({ notDoneBy: 'X' }), ['error X notDoneBy']],
  [
    'approval-ai-source',
    'an AI call',
    approval({ aiSource: 'A' }, { A: step('ServiceTask', { $type: 'countersign:AiCall' }) }),
    [],
  ],
  ['approval-ai-source', 'a step that doesn’t exist', approval({ aiSource: 'Gone' }), ['error X aiSource']],
  ['approval-ai-source', 'another step', approval({ aiSource: 'T' }, { T: 'Task' }), ['error X aiSource']],
  ['timer', 'a duration', timer('timeDuration', 'PT1H'), []],
  ['timer', 'an expression', timer('timeDate', '=dueDate'), []],
  ['timer', 'words', timer('timeDuration', 'one hour'), ['error X timer.value']],
  [
    'timer',
    'nothing',
    around({ type: 'IntermediateCatchEvent', events: ['Timer'] }),
    ['error X timer.value'],
  ],
  ['boundary-host', 'a step', boundary({}), []],
  ['boundary-host', 'a gateway', boundary({}, 'ExclusiveGateway'), ['error B attachedToRef']],
  ['boundary-host', 'nothing', boundary({ refs: {} }), ['error B attachedToRef']],
  [
    'event-trigger',
    'an error that doesn’t interrupt',
    boundary({ attrs: { cancelActivity: false } }),
    ['error B'],
  ],
  [
    'no-implementation',
    'a type',
    around(step('ServiceTask', { $type: 'zeebe:TaskDefinition', type: 'score' })),
    [],
  ],
  [
    'no-implementation',
    'a topic',
    around({ type: 'ServiceTask', attrs: { 'camunda:type': 'external', 'camunda:topic': 'score' } }),
    [],
  ],
  ['no-implementation', 'nothing', around('SendTask'), ['warning X type']],
  [
    'no-implementation',
    'a Java class',
    around({ type: 'ServiceTask', attrs: { 'camunda:class': 'org.acme.Score' } }),
    ['warning X type'],
  ],
  ['script-language', 'FEEL', script({ script: '1 + 1', scriptFormat: 'application/feel' }), []],
  [
    'script-language',
    'JavaScript',
    script({ script: '1', scriptFormat: 'javascript' }),
    ['warning X script'],
  ],
  ['script-empty', 'no script', around('ScriptTask'), ['error X script']],
  ['http-url', 'an address', http({}), []],
  ['http-url', 'an expression', http({ url: '="https://" + host' }), []],
  ['http-url', 'none', http({ url: undefined }), ['error X url']],
  ['http-url', 'a file', http({ url: 'file:///etc/passwd' }), ['error X url']],
  ['secret-literal', 'a secret by name', http({ secret: 'ERP' }), []],
  [
    'secret-literal',
    'a literal Authorization header',
    http({ headers: [{ $type: 'countersign:Header', name: 'Authorization', value: 'Basic abc' }] }),
    ['warning X headers[0].value'],
  ],
  [
    'secret-literal',
    'a password in the address',
    http({ url: 'https://me:pass@x.test/' }),
    ['warning X url'],
  ],
  ['form', 'a form', form('{"fields":[]}'), []],
  ['form', 'a form that can’t be read', form('{"fields":[{}]}'), ['error X form']],
  [
    'form',
    'a form of another file',
    around(step('UserTask', { $type: 'zeebe:FormDefinition', formId: 'other' })),
    ['warning X form'],
  ],
  ['due-date', 'a duration', around(step('UserTask', { $type: 'zeebe:TaskSchedule', dueDate: 'P2D' })), []],
  [
    'due-date',
    'words',
    around(step('UserTask', { $type: 'zeebe:TaskSchedule', dueDate: 'Friday' })),
    ['error X dueDate'],
  ],
  [
    'mapping-target',
    'a mapping to no variable',
    around(
      step('Task', {
        $type: 'zeebe:IoMapping',
        outputParameters: [{ $type: 'zeebe:Output', source: '=1', target: 'a b' }],
      }),
    ),
    ['error X outputs[0].target'],
  ],
  ['choreography', 'a choreography task', around('ChoreographyTask'), ['error X']],
  [
    'not-translated',
    'a due date of another engine',
    around({ type: 'UserTask', attrs: { 'camunda:dueDate': '#{dateTime().plusDays(1)}' } }),
    ['warning X dueDate'],
  ],
  ['empty-sub-process', 'nothing inside', around('SubProcess'), ['warning X']],
];

describe('rules of elements', () => {
  it.each(ROWS)('%s: %s', (code, _name, document, expected) => {
    expect(problems(code, document)).toEqual(expected);
  });
});

describe('unknown variables', () => {
  const start = step('StartEvent', {
    $type: 'countersign:Form',
    body: '{"fields":[{"key":"amount","label":"Amount","type":"number"}]}',
  });
  const gateway = (condition: string, S: Drawn = start) =>
    draw({ S, G: 'ExclusiveGateway', A: 'EndEvent', B: 'EndEvent' }, [
      'S > G',
      `f: G > A ? ${condition}`,
      'G > B',
    ]);

  it('are reported where everything that sets variables is known', () => {
    expect(problems('unknown-variable', gateway('=amount > 5'))).toEqual([]);
    expect(problems('unknown-variable', gateway('=amuont > 5'))).toEqual(['error f condition']);
  });

  it.each([
    ['a message brings', 'ReceiveTask', '=orderId', []],
    ['external work gives', 'ServiceTask', '=orderId', []],
    ['a script computes, by its name', 'ScriptTask', '=sum', []],
    ['a script does not compute', 'ScriptTask', '=summ', ['error R outputs[0].source']],
  ])('are not reported in an output mapping of what %s', (_name, type, source, expected) => {
    const outputParameters = [{ $type: 'zeebe:Output', source, target: 'order' }];
    const script = { $type: 'zeebe:Script', expression: '=amount', resultVariable: 'sum' };
    const values = extensions(
      { $type: 'zeebe:IoMapping', outputParameters },
      ...(type === 'ScriptTask' ? [script] : []),
    );
    const document = draw({ S: start, R: { type, values }, E: 'EndEvent' }, ['S > R', 'R > E']);
    expect(problems('unknown-variable', document)).toEqual(expected);
  });

  it('are not reported where anything may be handed over', () => {
    expect(problems('unknown-variable', gateway('=amuont > 5', 'StartEvent'))).toEqual([]);
  });
});
