import { describe, expect, it } from 'vitest';
import { compiled, compileX, listed, shown } from '@/lib/triggers/testing/compiled';
import type { InlineValue } from './document';
import { draw, extensions } from './testing/draw';

const zeebe = (...listeners: object[]): InlineValue => ({
  $type: 'zeebe:ExecutionListeners',
  listeners: listeners.map((each) => ({ $type: 'zeebe:ExecutionListener', ...each })),
});
const task = (...listeners: object[]): InlineValue => ({
  $type: 'zeebe:TaskListeners',
  listeners: listeners.map((each) => ({ $type: 'zeebe:TaskListener', ...each })),
});
const step = (type: string, ...values: InlineValue[]) => compileX({ type, values: extensions(...values) });

describe('listeners in a file', () => {
  it('of Zeebe are work before and after an element', () => {
    const { listeners, problems } = step(
      'ServiceTask',
      { $type: 'zeebe:TaskDefinition', type: 'w' },
      zeebe(
        { eventType: 'start', type: 'a' },
        { eventType: 'end', type: '=kind', retries: '5' },
        { eventType: 'start', type: 'b', retries: 'many' },
      ),
    );
    expect(listeners?.start?.map(({ workType, retries }) => [shown(workType), retries])).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
    expect(listeners?.end?.map(({ workType, retries }) => [shown(workType), retries])).toEqual([
      ['=kind', 5],
    ]);
    expect(listed(problems, 'listener-not-run')).toEqual([]);
  });

  it.each([
    ['create', 'creating'],
    ['creating', 'creating'],
    ['assignment', 'assigning'],
    ['assigning', 'assigning'],
    ['update', 'updating'],
    ['updating', 'updating'],
    ['complete', 'completing'],
    ['completing', 'completing'],
  ] as const)('of Zeebe’s tasks are work, too (%s)', (eventType, moment) => {
    const { listeners, problems } = step('UserTask', task({ eventType, type: 'a', retries: '2' }));
    expect(listeners?.[moment]?.map(({ workType, retries }) => [shown(workType), retries])).toEqual([
      ['a', 2],
    ]);
    expect(listed(problems, 'listener-not-run')).toEqual([]);
  });

  it.each([
    [task({ eventType: 'canceling', type: 'a' }), /not run: a task that is interrupted ends at once/],
    [task({ eventType: 'cancel', type: 'a' }), /not run: a task that is interrupted ends at once/],
    [
      { $type: 'camunda:TaskListener', event: 'create', class: 'a.B' },
      /not run: it is code of another engine/,
    ],
    [zeebe({ eventType: 'cancel', type: 'a' }), /“cancel” is kept in the file, but not run\. Draw/],
  ] as [InlineValue, RegExp][])('say why they are not run (%j)', (value, reason) => {
    const { problems } = step('UserTask', value);
    expect(problems.find(({ code }) => code === 'listener-not-run')?.message).toMatch(reason);
  });

  it('need a type', () => {
    const document = draw({ X: { type: 'Task', values: extensions(zeebe({ eventType: 'start' })) } }, []);
    expect(listed(compiled(document).problems, 'listener')).toEqual(['error X']);
  });

  it.each([
    ['Task', zeebe({ eventType: 'cancel', type: 'a' })],
    ['ComplexGateway', zeebe({ eventType: 'start', type: 'a' })],
    ['UserTask', task({ eventType: 'canceling', type: 'a' })],
    ['UserTask', task({ eventType: 'constructor', type: 'a' })],
    ['ServiceTask', task({ eventType: 'creating', type: 'a' })],
    ['Task', { $type: 'camunda:ExecutionListener', event: 'start', class: 'a.B' }],
    ['UserTask', { $type: 'camunda:TaskListener', event: 'create', class: 'a.B' }],
    ['Task', { $type: 'flowable:executionListener', event: 'start', class: 'a.B' }],
  ])('are kept and reported where nothing runs them (%s, %j)', (type, value) => {
    const { listeners, problems } = step(type, value as InlineValue);
    expect(listeners).toBeUndefined();
    expect(listed(problems, 'listener-not-run')).toEqual(['warning X']);
  });

  it('of a process are reported', () => {
    const document = draw({ X: 'Task' }, [], {
      values: extensions(zeebe({ eventType: 'start', type: 'a' })),
    });
    expect(listed(compiled(document).problems, 'listener-not-run')).toEqual(['warning P']);
  });
});
