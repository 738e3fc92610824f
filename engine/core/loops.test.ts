import { describe, expect, it } from 'vitest';
import { BEGIN, DECIDING, LEASE, sent } from '../testing/deciding';
import { computed, equals, fixed, outside, variable } from '../testing/expressions';
import { line, pass, sends } from '../testing/world/models';
import type { Behaviors } from './behavior';
import type { EngineEvent } from './events';
import type { Input } from './inputs';
import type { Json, JsonObject } from './json';
import type { MultiInstance, StandardLoop } from './loop-model';
import type { Expression } from './model';

const multi = (more: Partial<MultiInstance>): MultiInstance => ({
  type: 'multi',
  sequential: false,
  behavior: { of: 'all' },
  ...more,
});
const process = (loop: MultiInstance | StandardLoop, kind = 'pass') =>
  line('P', { id: 'A', kind, name: 'Step', loop }, pass('E'));
/** An activity that writes what it sees of the loop. */
const behaviors: Behaviors = {
  ...DECIDING,
  sees: {
    activate: (step) => {
      const seen = (step.variables().seen ?? []) as Json[];
      const { loopCounter = null, item = null } = step.variables();
      step.complete({ seen: [...seen, item === null ? loopCounter : [loopCounter, item]] });
    },
  },
};
const run = (
  loop: MultiInstance | StandardLoop,
  kind = 'pass',
  variables: JsonObject = {},
  ...more: Input[]
) => {
  const { answer, state } = sent(
    process(loop, kind),
    [{ ...BEGIN, variables }, ...more],
    undefined,
    behaviors,
  );
  return { events: answer as EngineEvent[], state: state! };
};
const iterations = (events: EngineEvent[]) =>
  events.flatMap((event) => (event.type === 'element.activated' ? (event.data.iteration ?? []) : []));

describe('what can’t be repeated', () => {
  it.each([
    [multi({ cardinality: fixed(-1) }), 'evaluation', '“Step” is repeated a whole number of times, not -1.'],
    [
      multi({ cardinality: fixed(1.5) }),
      'evaluation',
      '“Step” is repeated a whole number of times, not 1.5.',
    ],
    [multi({ cardinality: fixed('') }), 'evaluation', '“Step” is repeated a whole number of times, not "".'],
    [
      multi({ cardinality: fixed(' ') }),
      'evaluation',
      '“Step” is repeated a whole number of times, not " ".',
    ],
    [
      multi({ cardinality: fixed('x') }),
      'evaluation',
      '“Step” is repeated a whole number of times, not "x".',
    ],
    [
      multi({ cardinality: fixed(true) }),
      'evaluation',
      '“Step” is repeated a whole number of times, not true.',
    ],
    [multi({}), 'evaluation', '“Step” is repeated a whole number of times, not null.'],
    [multi({ collection: fixed('x') }), 'evaluation', 'The items of “Step” must be a list, but are "x".'],
    [
      multi({ collection: fixed('x'.repeat(90)) }),
      'evaluation',
      `The items of “Step” must be a list, but are "${'x'.repeat(79)}.`,
    ],
    [
      multi({ cardinality: fixed(10_001) }),
      'step-limit',
      '“Step” would be repeated 10001 times; at most 10000 are allowed.',
    ],
  ])('is parked and says why (%#)', (loop, code, message) =>
    expect(Object.values(run(loop).state.incidents)).toMatchObject([{ code, message, activationKey: 1 }]),
  );
  it('says which expression it was', () => {
    const bad: Expression = {
      mode: 'bounded',
      source: 'q',
      evaluate: () => ({ ok: false, code: 'x', message: 'no' }),
    };
    const why = (loop: MultiInstance | StandardLoop, kind?: string) =>
      Object.values(run(loop, kind).state.incidents)[0]?.message;
    expect(why(multi({ cardinality: bad }))).toMatch(/^The number of repetitions “q”/);
    expect(why(multi({ collection: bad }))).toMatch(/^The list of items “q”/);
    expect(why(multi({ cardinality: fixed(1), completionCondition: bad }))).toMatch(
      /^The completion condition “q”/,
    );
    expect(why(multi({ cardinality: fixed(1), outputElement: bad }))).toMatch(/^The output “q”/);
    expect(why({ type: 'standard', testBefore: true, condition: bad })).toMatch(/^The loop condition “q”/);
    const rules = [{ condition: bad, throws: sends('m') }];
    expect(why(multi({ cardinality: fixed(1), behavior: { of: 'complex', rules } }))).toMatch(
      /^A condition of the loop’s behaviour “q”/,
    );
  });
});

describe('a multi-instance', () => {
  it.each([0, 1, 3, '3'])('of the cardinality %j begins so many', (total) => {
    const { events, state } = run(multi({ cardinality: fixed(total) }));
    expect(iterations(events)).toStrictEqual(Array.from({ length: Number(total) }, (_, place) => place + 1));
    expect(state.status).toBe('completed');
  });
  it('may have ten thousand instances', () => {
    const { state } = run(multi({ cardinality: fixed(10_000), sequential: true }), 'work');
    expect(state.activations[1]?.loop?.total).toBe(10_000);
  });
  it('begins one after the other when it is sequential', () => {
    const loop = multi({ cardinality: fixed(2), sequential: true });
    expect(iterations(run(loop, 'work').events)).toStrictEqual([1]);
    const done: Input = { type: 'complete-work', key: 2, variables: {}, lease: LEASE };
    expect(iterations(run(loop, 'work', {}, done).events)).toStrictEqual([2]);
  });
  it('counts from one and hands each its item', () => {
    const loop = multi({ collection: variable('items'), inputElement: 'item', sequential: true });
    const { variables } = run(loop, 'sees', { items: ['a', 'b'], seen: [] }).state;
    expect(variables.seen).toStrictEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });
  it('gathers what each gives in the order of the items', () => {
    const given = computed('n * 2', ({ loopCounter }) => Number(loopCounter) * 2);
    const { events, state } = run(
      multi({ cardinality: fixed(3), outputCollection: 'all', outputElement: given }),
    );
    expect(state.variables).toStrictEqual({ all: [2, 4, 6] });
    expect(events.find(({ type }) => type === 'loop.started')?.data).toStrictEqual({
      total: 3,
      gathers: true,
    });
  });
  it('gathers an empty list from nothing, and nothing where no list is named', () => {
    expect(run(multi({ cardinality: fixed(0), outputCollection: 'all' })).state.variables).toStrictEqual({
      all: [],
    });
    const { events, state } = run(multi({ collection: fixed(['a']) }));
    expect(state.variables).toStrictEqual({});
    expect(events.find(({ type }) => type === 'loop.started')?.data).toStrictEqual({
      total: 1,
      items: ['a'],
    });
  });
  it.each(['numberOf', 'nrOf'])(
    'shows its condition how far it is, by names that begin with %s',
    (prefix) => {
      const seen: Json[] = [];
      const condition = computed('done', (variables) => {
        const of = (what: string) => variables[`${prefix}${what}`] ?? null;
        seen.push([of('Instances'), of('ActiveInstances'), of('CompletedInstances')]);
        return of('CompletedInstances') === 2;
      });
      const { state } = run(multi({ cardinality: fixed(3), completionCondition: condition }));
      expect(seen.slice(0, 2)).toStrictEqual([
        [3, 2, 1],
        [3, 1, 2],
      ]);
      expect(state.status).toBe('completed');
    },
  );
  it('ends the others when its condition is met, and says so', () => {
    const done: Input = { type: 'complete-work', key: 2, variables: {}, lease: LEASE };
    const loop = multi({ cardinality: fixed(2), completionCondition: fixed(true) });
    const { events, state } = run(loop, 'work', {}, done);
    expect(events.filter(({ type }) => type === 'element.terminated')).toMatchObject([
      { key: 3, data: { reason: 'The loop is over.' } },
    ]);
    expect(state.status).toBe('completed');
  });
  it('asks for all that the end of an instance needs at once', () => {
    const rules = [{ condition: outside('= c()'), throws: sends('m') }];
    const loop = multi({
      cardinality: fixed(1),
      outputElement: outside('= a()'),
      completionCondition: outside('= b()'),
      behavior: { of: 'complex', rules },
    });
    expect(run(loop).events.at(-1)?.data).toMatchObject({
      phase: 'leave',
      payload: { expressions: ['= a()', '= b()', '= c()'], locals: { nrOfCompletedInstances: 1 } },
    });
  });
  const second = computed('second', ({ nrOfCompletedInstances }) => nrOfCompletedInstances === 2);
  it.each([
    ['none', 3],
    ['one', 1],
  ] as const)('of the behaviour %s throws %i times', (of, times) => {
    const { events } = run(multi({ cardinality: fixed(3), behavior: { of, throws: sends('m') } }));
    expect(events.filter(({ type }) => type === 'message.sent')).toHaveLength(times);
  });
  it('of the complex behaviour throws what its conditions say', () => {
    const rules = [
      { condition: second, throws: sends('m') },
      { condition: fixed(false), throws: sends('never') },
    ];
    const { events } = run(multi({ cardinality: fixed(3), behavior: { of: 'complex', rules } }));
    expect(events.filter(({ type }) => type === 'message.sent').map(({ data }) => data)).toMatchObject([
      { name: 'm' },
    ]);
  });
});

describe('a standard loop', () => {
  const more = computed('seen < 3', ({ seen }) => (seen as Json[]).length < 3);
  it.each([
    ['once without condition and maximum', {}, [1]],
    ['as often as its maximum says', { maximum: 2 }, [1, 2]],
    ['never when its maximum is none', { maximum: 0, testBefore: true }, []],
    ['while its condition holds', { condition: more }, [1, 2, 3]],
    ['while its condition holds, but no more than its maximum', { condition: more, maximum: 2 }, [1, 2]],
    ['never when its condition does not hold before', { condition: fixed(false), testBefore: true }, []],
    ['once when its condition does not hold after', { condition: fixed(false) }, [1]],
    ['from zero before its first time', { condition: equals('loopCounter', 0), testBefore: true }, [1]],
  ] as [string, Partial<StandardLoop>, number[]][])('repeats %s', (_title, loop, times) => {
    const { events, state } = run({ type: 'standard', testBefore: false, ...loop }, 'sees', { seen: [] });
    expect(state.variables.seen).toStrictEqual(times);
    expect(events.find(({ type }) => type === 'loop.started')?.data).toStrictEqual({ total: null });
    expect(state.status).toBe('completed');
  });
});

it('leaves one that was repeated in vain by the flow after it', () => {
  const { events } = run(multi({ cardinality: fixed(0) }), 'work');
  expect(events.some(({ type, elementId }) => type === 'element.completed' && elementId === 'E')).toBe(true);
});

it.each([true, false])('runs no iteration of a loop that may have none (tested before: %s)', (testBefore) => {
  const { events, state } = run({ type: 'standard', testBefore, maximum: 0, condition: fixed(true) });
  expect(iterations(events)).toEqual([]);
  expect(state.status).toBe('completed');
});
