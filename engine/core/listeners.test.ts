import { describe, expect, it } from 'vitest';
import { type ProcessBuilder, process } from '../testing/builder';
import { BEGIN, DECIDING, sent } from '../testing/deciding';
import { fixed, variable } from '../testing/expressions';
import type { Behaviors } from './behavior';
import type { EngineEvent } from './events';
import type { Input } from './inputs';
import { listenerPhase } from './listeners';
import type { ExecutionListener, Expression } from './model';
import type { Activation } from './state';

const pass = DECIDING.pass!;
const behaviors: Behaviors = { ...DECIDING, 'start-event': pass, task: pass, 'end-event': pass };
const work = (workType: Expression = fixed('w')): ExecutionListener => ({ workType, retries: 2 });
/** A step `A` with a listener for its start and one for its end. */
const drawn = (
  { start = [work()], end = [work()] }: { start?: ExecutionListener[]; end?: ExecutionListener[] } = {},
  more: (p: ProcessBuilder) => unknown = () => {},
) =>
  process((p) => {
    p.start('S').task('A').set('A', { listeners: { start, end } }).end('E');
    return more(p);
  });
const lease = (attempt: number) => ({ worker: 'w', leasedAt: '2026-01-01T00:00:00.000Z', attempt });
const done = (key: number, variables = {}, attempt = 1): Input => ({
  type: 'complete-work',
  key,
  variables,
  lease: lease(attempt),
});
const offered = (answer: unknown) =>
  (answer as EngineEvent[]).flatMap((event) => (event.type === 'work.created' ? [event.data] : []));
const A = 3;

describe('the work of a listener', () => {
  it('says which listener it is of', () => {
    const { answer } = sent(drawn(), [BEGIN], undefined, behaviors);
    expect(offered(answer)).toEqual([
      {
        workType: 'w',
        retries: 2,
        attempt: 1,
        payload: { headers: {}, listener: 'start' },
        phase: 'before',
        listener: 'start',
      },
    ]);
  });

  it.each([
    [fixed(7), '7'],
    [fixed(true), 'true'],
  ] as [Expression, string][])('has a type that is a text', (type, expected) => {
    const { answer } = sent(drawn({ start: [work(type)] }), [BEGIN], undefined, behaviors);
    expect(offered(answer)[0]?.workType).toBe(expected);
  });

  it('that has no type to be evaluated says so', () => {
    const failing: Expression = {
      mode: 'bounded',
      source: 'boom',
      evaluate: () => ({ ok: false, code: 'broken', message: 'it is broken' }),
    };
    const { state } = sent(drawn({ start: [work(failing)] }), [BEGIN], undefined, behaviors);
    expect(Object.values(state!.incidents)[0]?.message).toBe(
      'The type of a listener “boom” of “A” failed: it is broken',
    );
  });

  it('that was given up begins again with its attempts counted on', () => {
    const failed: Input = { type: 'fail-work', key: A, error: 'no', lease: lease(1) };
    const again: Input = { type: 'retry-incident', incidentKey: A + 1, reason: 'r' };
    const { answer } = sent(drawn(), [BEGIN, failed, again], undefined, behaviors);
    expect(offered(answer)).toMatchObject([{ attempt: 2, retries: 3 }]);
  });
});

describe('what a listener gives', () => {
  it.each([
    ['before', [done(A)]],
    ['after', [done(A), done(A)]],
  ])('is written nowhere when it is nothing (%s)', (_when, steps) => {
    const { answer } = sent(drawn(), [BEGIN, ...steps], undefined, behaviors);
    expect((answer as EngineEvent[]).map(({ type }) => type)).not.toContain('variables.set');
  });

  it('is the element’s own before it, and goes to who has it after it', () => {
    const executable = drawn({}, (p) =>
      p.set('A', {
        inputs: [{ target: 'own', value: fixed(0) }],
        outputs: [{ target: 'seen', value: variable('x') }],
      }),
    );
    const { state } = sent(
      executable,
      [BEGIN, done(A, { x: 1, own: 2 }), done(A, { own: 3, seen: 4 })],
      undefined,
      behaviors,
    );
    expect(state).toMatchObject({ status: 'completed', variables: { seen: 4, own: 3 } });
  });
});

it.each([
  [{ kind: 'work', listener: 'end', workType: 'w' }, 'after', 'after'],
  [{ kind: 'work', listener: 'assigning', workType: 'w' }, 'aside', 'aside'],
  [{ kind: 'work', listener: 'start', workType: 'w' }, undefined, 'before'],
  [{ kind: 'work', workType: 'w' }, 'activate', undefined],
  [{ kind: 'timer', dueAt: '' }, 'activate', undefined],
  [undefined, 'activate', undefined],
] as const)('work of a listener goes on where it was asked for (%j)', (wait, phase, expected) => {
  expect(listenerPhase({ wait, phase } as unknown as Activation)).toBe(expected);
});
