import { describe, expect, it } from 'vitest';
import type { InlineValue } from '@/engine/compile/document';
import { type Drawn, draw, extensions } from '@/engine/compile/testing/draw';
import type { Expression } from '@/engine/core/model';
import { read } from '@/lib/bpmn/testing';
import { compiled, compileX, listed, shown } from '@/lib/triggers/testing/compiled';
import { formOf } from './form/bpmn';

/**
 * Words of Camunda 8, Camunda 7 and Flowable that the tests of their elements don't name: where models of these engines
 * say something, we run what they say.
 */
const of = (type: string, attrs: Record<string, string>, ...values: InlineValue[]): Drawn => ({
  type,
  attrs,
  values: extensions(...values),
});
const zeebe = (type: string, more: Record<string, string>): InlineValue => ({
  $type: `zeebe:${type}`,
  ...more,
});

/** An expression of Camunda 7 and Flowable. */
const el = (text: string): string => `\${${text}}`;

/** Expressions of a configuration as texts. */
const plain = (config: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(config as object).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'mode' in value ? shown(value as Expression) : value,
    ]),
  );

describe('a human step', () => {
  it.each([
    [
      'of Camunda 8',
      of(
        'UserTask',
        {},
        zeebe('UserTask', {}),
        zeebe('AssignmentDefinition', {
          assignee: '=who',
          candidateGroups: 'a, b',
          candidateUsers: '=["x"]',
        }),
        zeebe('TaskSchedule', { dueDate: '=due', followUpDate: '2026-01-01T00:00:00Z' }),
        zeebe('PriorityDefinition', { priority: '=40 + 2' }),
      ),
      { assignee: '=who', candidateUsers: '=["x"]', dueDate: '=due', priority: '=40 + 2' },
    ],
    ...['camunda', 'flowable', 'activiti'].map(
      (prefix) =>
        [
          `of ${prefix}`,
          of('UserTask', {
            [`${prefix}:assignee`]: el('who'),
            [`${prefix}:candidateUsers`]: 'x',
            [`${prefix}:dueDate`]: el('due'),
            [`${prefix}:priority`]: '42',
          }),
          { assignee: '=who', dueDate: '=due', priority: '42' },
        ] as const,
    ),
  ] as const)('%s', (_name, drawn, expected) => {
    expect(plain(compileX(drawn).config)).toMatchObject(expected);
  });

  it.each([
    ['a form-js form in the file', 'zeebe:formDefinition formKey="camunda-forms:bpmn:F"', 'form-js'],
    ['a form by id', 'zeebe:formDefinition formId="F"', 'elsewhere'],
    ['a form elsewhere', 'zeebe:formDefinition externalReference="https://forms.test/1"', 'elsewhere'],
  ])('finds %s', (_name, definition, source) => {
    const document = read(
      `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="t"><bpmn:process id="P" isExecutable="true"><bpmn:extensionElements><zeebe:userTaskForm id="F">{"components":[{"type":"textfield","key":"a","label":"A"}],"type":"default"}</zeebe:userTaskForm></bpmn:extensionElements><bpmn:userTask id="U"><bpmn:extensionElements><${definition} /></bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>`,
    );
    const form = formOf(document, 'U');
    expect(form.source).toBe(source);
    expect(form.form?.fields.map(({ key }) => key)).toEqual(source === 'form-js' ? ['a'] : undefined);
  });

  it.each(['camunda:formKey', 'camunda:formRef', 'flowable:formKey'])(
    'says that %s names a form elsewhere',
    (name) => expect(formOf(draw({ X: of('UserTask', { [name]: 'F' }) }, []), 'X').source).toBe('elsewhere'),
  );
});

describe('work', () => {
  it.each([
    ['as often as Zeebe says', zeebe('TaskDefinition', { type: 'w', retries: '7' }), 7],
    ['as a cycle of Camunda 7 says', { $type: 'camunda:FailedJobRetryTimeCycle', body: 'R5/PT7M' }, 5],
    ['as a cycle of Flowable says', { $type: 'flowable:failedJobRetryTimeCycle', $body: ' R2/PT1M ' }, 2],
    [
      'three times where a cycle says nothing',
      { $type: 'camunda:FailedJobRetryTimeCycle', body: el('x') },
      3,
    ],
  ] as [string, InlineValue, number][])('is tried %s', (_name, value, retries) => {
    const topic: Record<string, string> =
      value.$type === 'zeebe:TaskDefinition' ? {} : { 'camunda:type': 'external', 'camunda:topic': 'w' };
    expect(plain(compileX(of('ServiceTask', topic, value)).config)).toMatchObject({ workType: 'w', retries });
  });

  it('gets its headers, how long to wait between attempts among them', () => {
    const headers = {
      $type: 'zeebe:TaskHeaders',
      values: [zeebe('Header', { key: 'retryBackoff', value: 'PT1M' })],
    };
    const { config } = compileX(of('ServiceTask', {}, zeebe('TaskDefinition', { type: 'w' }), headers));
    expect(config).toMatchObject({ headers: { retryBackoff: 'PT1M' } });
  });

  it.each(['camunda:class', 'camunda:delegateExpression', 'flowable:expression', 'activiti:class'])(
    'of %s is offered to workers, and that is said',
    (name) => {
      const { config, problems } = compileX(of('ServiceTask', { [name]: 'a.B' }));
      expect(plain(config)).toMatchObject({ workType: 'X', unimplemented: true });
      expect(listed(problems, 'no-implementation')).toEqual(['warning X type']);
    },
  );
});

it('a call activity of Camunda 8 computes what it calls', () => {
  const { config } = compileX(
    of('CallActivity', {}, zeebe('CalledElement', { processIdExpression: '=next' })),
  );
  expect(plain(config)).toMatchObject({ processKey: '=next' });
});

it('results of Camunda 7 are mapped', () => {
  const mapping: InlineValue = {
    $type: 'camunda:InputOutput',
    inputParameters: [{ $type: 'camunda:InputParameter', name: 'a', value: el('b') }],
    outputParameters: [{ $type: 'camunda:OutputParameter', name: 'c', value: el('d.e') }],
  };
  const { inputs, outputs } = compileX(of('Task', {}, mapping));
  const texts = [inputs, outputs].map((list) => list?.map(({ target, value }) => [target, shown(value)]));
  expect(texts).toEqual([[['a', '=b']], [['c', '=d.e']]]);
});

it.each(['camunda', 'flowable', 'activiti'])('a repetition of %s runs over its collection', (prefix) => {
  const document = draw({ X: 'Task' }, []);
  const loop = {
    id: 'L',
    type: 'bpmn:MultiInstanceLoopCharacteristics',
    parent: 'X',
    containment: 'loopCharacteristics',
    attrs: { [`${prefix}:collection`]: el('items'), [`${prefix}:elementVariable`]: 'item' },
    refs: {},
    children: {},
    values: {},
  };
  const step = document.elements.X!;
  const elements = {
    ...document.elements,
    L: loop,
    X: { ...step, children: { ...step.children, loopCharacteristics: ['L'] } },
  };
  const { nodes } = compiled({ ...document, elements });
  expect(nodes.X?.loop).toMatchObject({ type: 'multi', inputElement: 'item' });
  expect(nodes.X?.loop?.type === 'multi' && shown(nodes.X.loop.collection)).toBe('=items');
});

it('listeners of a human step of Camunda 8 are read from the file', () => {
  const document = read(
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="t"><bpmn:process id="P" isExecutable="true"><bpmn:userTask id="U"><bpmn:extensionElements><zeebe:userTask /><zeebe:taskListeners><zeebe:taskListener eventType="creating" type="made" retries="5" /><zeebe:taskListener eventType="canceling" type="gone" /></zeebe:taskListeners></bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>',
  );
  const { nodes, problems } = compiled(document);
  const found = nodes.U?.listeners?.creating?.map(({ workType, retries }) => [shown(workType), retries]);
  expect(found).toEqual([['made', 5]]);
  expect(listed(problems, 'listener-not-run')).toEqual(['warning U']);
});
