import { describe, expect, it } from 'vitest';
import { BEGIN, sent } from '../testing/deciding';
import { computed, equals, fixed, outside, variable } from '../testing/expressions';
import { BEHAVIORS, line, pass } from '../testing/world/models';
import type { Behaviors, Step } from './behavior';
import type { Json, JsonObject } from './json';
import type { Expression, Mapping } from './model';

const only = line('P', { id: 'A', kind: 'it', name: 'Step' });
/** What a behaviour that does one thing comes to. */
function doing(activate: (step: Step) => void, variables: JsonObject = {}) {
  const behaviors: Behaviors = { ...BEHAVIORS, it: { activate } };
  return sent(only, [{ ...BEGIN, variables }], undefined, behaviors).state!;
}
const incident = (activate: (step: Step) => void, variables?: JsonObject) =>
  Object.values(doing(activate, variables).incidents)[0];
const failing = (source: string): Expression => ({
  mode: 'bounded',
  source,
  evaluate: () => ({ ok: false, code: 'x', message: 'it broke.' }),
});

describe('a condition', () => {
  const judged = (condition: Expression, variables?: JsonObject) =>
    incident((step) => {
      step.note(step.evaluateCondition(condition, 'It'));
    }, variables)?.message;
  it.each([
    [equals('x', 1), {}, 'It “x = 1” of “Step” needs the variable “x”, which does not exist.'],
    [fixed(1), {}, 'It “1” of “Step” is neither true nor false but 1.'],
    [fixed(null), {}, 'It “null” of “Step” is neither true nor false but null.'],
    [
      variable('x'),
      { x: 'y'.repeat(100) },
      `It “x” of “Step” is neither true nor false but "${'y'.repeat(79)}.`,
    ],
    [failing('= 1 / 0'), {}, 'It “1 / 0” of “Step” failed: it broke.'],
    [failing('a = b'), {}, 'It “a = b” of “Step” failed: it broke.'],
    [failing('x'.repeat(200)), {}, `It “${'x'.repeat(200)}” of “Step” failed: it broke.`],
    [failing('x'.repeat(201)), {}, `It “${'x'.repeat(200)}…” of “Step” failed: it broke.`],
  ] as [Expression, JsonObject, string][])(
    'that can’t be decided says why (%#)',
    (condition, variables, message) => expect(judged(condition, variables)).toBe(message),
  );
  it.each([true, false])('is %s', (value) =>
    expect(
      doing((step) => step.complete({ is: step.evaluateCondition(fixed(value), 'It') })).variables,
    ).toEqual({
      is: value,
    }),
  );
});

it('names an element without a name by its id', () => {
  const unnamed = line('P', { id: 'A', kind: 'it' });
  const activate = (step: Step) => step.note(step.evaluateCondition(fixed(1), 'It'));
  const { state } = sent(unnamed, [BEGIN], undefined, { it: { activate } });
  expect(Object.values(state!.incidents)[0]?.message).toMatch('“A”');
});

describe('expressions that only the outside can answer', () => {
  const [f, g] = [outside('= f()'), outside('= g()')];
  const asked = (expressions: Expression[]) => {
    const { activations } = doing((step) => void step.complete({ all: step.evaluateAll(expressions, 'It') }));
    return Object.values(activations)[0];
  };
  const behaviors: Behaviors = {
    it: { activate: (step) => step.complete({ all: step.evaluateAll([f, fixed(1), g, f], 'It') }) },
  };
  it('are asked for at once, each once', () => {
    const { answer } = sent(only, [BEGIN], undefined, behaviors);
    expect(Array.isArray(answer) && answer.at(-1)).toMatchObject({
      type: 'work.created',
      data: {
        workType: 'countersign:feel',
        retries: 3,
        attempt: 1,
        phase: 'activate',
        payload: { expressions: ['= f()', '= g()'], phase: 'activate' },
      },
    });
    expect(asked([f])).toMatchObject({ wait: { kind: 'work', workType: 'countersign:feel' } });
  });
  it('go on with what was answered', () => {
    const value = (source: string, value: Json) => ({ source, result: { ok: true as const, value } });
    const answer = { type: 'answer' as const, key: 1, answers: [value('= f()', 7), value('= g()', null)] };
    const { state } = sent(only, [BEGIN, answer], undefined, behaviors);
    expect(state?.variables).toEqual({ all: [7, 1, null, 7] });
  });
});

describe('mappings', () => {
  const mapped = (inputs: Mapping[], variables: JsonObject = {}) => {
    const process = line('P', { id: 'A', kind: 'work', inputs });
    return sent(process, [{ ...BEGIN, variables }]).state?.activations[1]?.variables;
  };
  const to = (target: string, value: Json | Expression): Mapping => ({
    target,
    value:
      typeof value === 'object' && value && 'mode' in value
        ? (value as unknown as Expression)
        : fixed(value as Json),
  });
  it.each([
    ['writes a value', [to('a', 1)], { a: 1 }],
    ['builds what a dotted target names', [to('a.b.c', 1)], { a: { b: { c: 1 } } }],
    ['adds to what an earlier one made', [to('a.b', 1), to('a.c', 2)], { a: { b: 1, c: 2 } }],
    ['adds deeply', [to('a.b.c', 1), to('a.b.d', 2)], { a: { b: { c: 1, d: 2 } } }],
    ['replaces what is no object', [to('a', [1]), to('a.b', 2)], { a: { b: 2 } }],
    ['replaces null', [to('a', null), to('a.b', 2)], { a: { b: 2 } }],
    ['replaces a text inside', [to('a.b', 'x'), to('a.b.c', 2)], { a: { b: { c: 2 } } }],
    ['takes the last of the same target', [to('a', 1), to('a', 2)], { a: 2 }],
    [
      'sees what an earlier one made',
      [
        to('a', 1),
        to(
          'b',
          computed('a + 1', ({ a }) => Number(a) + 1),
        ),
      ],
      { a: 1, b: 2 },
    ],
    ['is unharmed by names of every object', [to('constructor.a', 1)], { constructor: { a: 1 } }],
  ] as [string, Mapping[], JsonObject][])('%s', (_title, inputs, variables) =>
    expect(mapped(inputs)).toEqual(variables),
  );
  it('of inputs take nothing over from around', () => {
    expect(mapped([to('a.b', 1)], { a: { c: 2 } })).toEqual({ a: { b: 1 } });
  });
  it('of outputs add to what is around', () => {
    const outputs = [to('a.b', 1), to('d', variable('x'))];
    const process = line('P', { ...pass('A'), outputs });
    expect(sent(process, [{ ...BEGIN, variables: { a: { c: 2 }, x: 3 } }]).state?.variables).toEqual({
      a: { b: 1, c: 2 },
      x: 3,
      d: 3,
    });
  });
  it('ask with what earlier ones made', () => {
    const process = line('P', { id: 'A', kind: 'work', inputs: [to('a', 1), to('b', outside('= f(a)'))] });
    const { answer } = sent(process, [BEGIN]);
    expect(Array.isArray(answer) && answer.at(-1)?.data).toMatchObject({
      payload: { expressions: ['= f(a)'], phase: 'input', locals: { a: 1 } },
    });
  });
  it('ask without anything when nothing was made before', () => {
    const process = line('P', { id: 'A', kind: 'work', inputs: [to('b', outside('= f(a)'))] });
    const { answer } = sent(process, [BEGIN]);
    expect(Array.isArray(answer) && answer.at(-1)?.data).toStrictEqual({
      workType: 'countersign:feel',
      retries: 3,
      attempt: 1,
      phase: 'input',
      payload: { expressions: ['= f(a)'], phase: 'input' },
    });
  });
  it('name the target that failed', () => {
    const process = line('P', { id: 'A', kind: 'work', name: 'Step', inputs: [to('a', failing('= 1 / 0'))] });
    expect(Object.values(sent(process, [BEGIN]).state!.incidents)).toMatchObject([
      { code: 'evaluation', message: '“a” “1 / 0” of “Step” failed: it broke.' },
    ]);
  });
});
