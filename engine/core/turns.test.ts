import { describe, expect, it } from 'vitest';
import { process } from '../testing/builder';
import { BEGIN, DECIDING, sent } from '../testing/deciding';
import { fixed, outside } from '../testing/expressions';
import { timer } from '../testing/world/models';
import type { Behaviors } from './behavior';
import type { EngineEvent } from './events';
import type { Input } from './inputs';

const pass = DECIDING.pass!;
const behaviors: Behaviors = {
  ...DECIDING,
  'start-event': pass,
  'boundary-event': pass,
  'parallel-gateway': { joins: 'parallel', activate: (step) => step.complete() },
  'end-event': { activate: (step) => step.throwEvents() },
  'throw-event': { activate: (step) => step.throwEvents() },
  'catch-event': { activate: (step) => step.listen() },
  'service-task': DECIDING.work!,
  'sub-process': { activate: (step) => step.activateChildren() },
  'event-sub-process': { activate: (step) => step.activateChildren() },
};
const run = (executable: Parameters<typeof sent>[0], ...more: Input[]) => {
  const { answer, state } = sent(executable, [BEGIN, ...more], undefined, behaviors);
  return { events: answer as EngineEvent[], state: state! };
};
const received = (events: EngineEvent[]) =>
  events.flatMap(({ type, elementId }) => (type === 'signal.received' ? [elementId] : []));
const s = { type: 'signal' as const, name: fixed('s') };

describe('a signal of one’s own reaches', () => {
  it('an interrupting border after what would go on beside it', () => {
    const both = process((p) =>
      p
        .start('S')
        .parallel('F')
        .service('A')
        .from('F')
        .catch('C', s)
        .from('F')
        .throw('X', s)
        .boundary('B', 'A', s)
        .end('E'),
    );
    expect(received(run(both).events)).toEqual(['C', 'B']);
  });
  it('a border that does not interrupt in the order of waiting', () => {
    const both = process((p) =>
      p
        .start('S')
        .parallel('F')
        .service('A')
        .from('F')
        .catch('C', s)
        .from('F')
        .throw('X', s)
        .boundary('B', 'A', s, false)
        .end('E'),
    );
    expect(received(run(both).events)).toEqual(['B', 'C']);
  });
  const scoped = (interrupting: boolean) =>
    process((p) =>
      p
        .start('S')
        .parallel('F')
        .catch('C', s)
        .from('F')
        .sub('P', (q) =>
          q
            .start('s')
            .service('A')
            .eventSub('H', s, (h) => h.start('h'), interrupting),
        )
        .from('F')
        .throw('X', s),
    );
  it('an interrupting event sub-process before everything else', () =>
    expect(received(run(scoped(true)).events)).toEqual(['H', 'C']));
  it('one that does not interrupt in the order of waiting', () =>
    expect(received(run(scoped(false)).events)).toEqual(['C', 'H']));
});

describe('a condition that is no expression over variables', () => {
  const waits = (condition: Parameters<typeof fixed>[0] | ReturnType<typeof outside>) =>
    run(
      process((p) =>
        p.start('S').catch('C', {
          type: 'condition',
          condition:
            typeof condition === 'object' && condition && 'mode' in condition
              ? (condition as never)
              : fixed(condition as never),
        }),
      ),
    ).state.status;
  it.each([
    [true, 'completed'],
    [false, 'running'],
    [1, 'running'],
    [outside('= f()'), 'running'],
  ])('holds only when it is true: %j', (condition, status) => expect(waits(condition as never)).toBe(status));
});

it('sets the timer of an event sub-process again with what it counts', () => {
  const cycle = process((p) =>
    p
      .start('S')
      .service('A')
      .eventSub('H', timer(1_000, 2), (h) => h.start('h'), false),
  );
  const begun = run(cycle).events;
  const set = begun.find(({ type }) => type === 'timer.set')!;
  expect(set.data).toEqual({ dueAt: '2026-01-01T00:00:01.000Z' });
  const due = process((p) =>
    p
      .start('S')
      .service('A')
      .eventSub('H', timer(0, 2), (h) => h.start('h'), false),
  );
  const { events } = run(due, { type: 'fire-timer', key: set.key as number });
  expect(events.slice(0, 4)).toMatchObject([
    { type: 'timer.fired', elementId: 'H' },
    { type: 'listener.attached', data: { attachedTo: 0 } },
    { type: 'behavior.noted', data: { data: 1 } },
    { type: 'timer.set', data: { dueAt: '2026-01-01T00:00:00.000Z' } },
  ]);
});
