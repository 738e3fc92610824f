import { describe, expect, it } from 'vitest';
import { compiled, compileX, listed, shown } from '@/lib/triggers/testing/compiled';
import type { InlineValue } from './document';
import { draw, extensions } from './testing/draw';

const zeebe = (...listeners: object[]): InlineValue => ({
  $type: 'zeebe:ExecutionListeners',
  listeners: listeners.map((each) => ({ $type: 'zeebe:ExecutionListener', ...each })),
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

  it('need a type', () => {
    const document = draw({ X: { type: 'Task', values: extensions(zeebe({ eventType: 'start' })) } }, []);
    expect(listed(compiled(document).problems, 'listener')).toEqual(['error X']);
  });

  it.each([
    ['Task', zeebe({ eventType: 'cancel', type: 'a' })],
    ['ComplexGateway', zeebe({ eventType: 'start', type: 'a' })],
    [
      'UserTask',
      {
        $type: 'zeebe:TaskListeners',
        listeners: [{ $type: 'zeebe:TaskListener', eventType: 'assigning', type: 'a' }],
      },
    ],
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
