import { describe, expect, it } from 'vitest';
import type { Trigger } from '@/engine/core/triggers';
import { process } from '@/engine/testing/builder';
import { equals, fixed, outside } from '@/engine/testing/expressions';
import { timerTrigger } from '@/engine/testing/timer';
import { startTriggers } from './start-triggers';

const NOW = '2026-01-01T00:00:00.000Z';
const message = (name: ReturnType<typeof fixed>): Trigger => ({
  type: 'message',
  name,
  correlation: { by: 'none' },
});

const startedBy = (trigger: Trigger) => {
  const executable = process((p) =>
    p
      .start('S')
      .set('S', { triggers: [trigger] })
      .end('E'),
  );
  return startTriggers({ ...executable, triggeredStarts: ['S'] }, NOW);
};

describe('what starts a process by itself', () => {
  it.each<[string, Trigger, object]>([
    ['a message', message(fixed('order')), { kind: 'message', name: 'order' }],
    ['a signal', { type: 'signal', name: fixed('closed') }, { kind: 'signal', name: 'closed' }],
    ['a time', timerTrigger('duration', fixed('PT1H')), { kind: 'timer', dueAt: '2026-01-01T01:00:00.000Z' }],
  ])('is waited for: %s', (_what, trigger, waited) => {
    const { triggers, problems } = startedBy(trigger);
    expect(triggers).toEqual([expect.objectContaining({ elementId: 'S', index: 0, ...waited })]);
    expect(problems).toEqual([]);
  });

  it('is a condition that somebody asks for, and publishing says so', () => {
    const { triggers, problems } = startedBy({ type: 'condition', condition: equals('x', 1) });
    expect(triggers).toEqual([{ elementId: 'S', index: 0, kind: 'condition' }]);
    expect(problems).toEqual([
      {
        severity: 'info',
        code: 'start-trigger',
        elementId: 'S',
        message: expect.stringMatching(/POST \/conditions/),
      },
    ]);
  });

  it.each<[string, Trigger, RegExp]>([
    ['a name that only an instance has', message(equals('x', 1)), /nothing has a value before/],
    ['a name from outside', message(outside('which?')), /can't be known before an instance runs/],
    ['an empty name', message(fixed('')), /must be a text/],
    ['a time no clock understands', timerTrigger('duration', fixed('soon')), /can't be read/],
  ])('is not: %s', (_what, trigger, why) => {
    const { triggers, problems } = startedBy(trigger);
    expect(triggers).toEqual([]);
    expect(problems).toEqual([
      { severity: 'error', code: 'start-trigger', elementId: 'S', message: expect.stringMatching(why) },
    ]);
  });
});
