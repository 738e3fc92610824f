import { describe, expect, it } from 'vitest';
import { BEGIN, IDLE, sent, TOO_LARGE } from '../testing/deciding';
import { computed, fixed } from '../testing/expressions';
import { line } from '../testing/world/models';
import type { InstanceState } from './state';
import { oversize, tooLarge, VARIABLES_LIMIT } from './variables';

const idle = sent(IDLE, [BEGIN]).state as InstanceState;
/** A text whose JSON, with the name `x` around it, takes so many bytes. */
const taking = (bytes: number, letter = 'a') => ({
  x: letter.repeat((bytes - '{"x":""}'.length) / new TextEncoder().encode(letter).length),
});

describe('the size of variables', () => {
  it.each([
    ['fits', taking(VARIABLES_LIMIT), null],
    ['is one byte too much', taking(VARIABLES_LIMIT + 1), VARIABLES_LIMIT + 1],
    ['counts bytes, not letters', taking(VARIABLES_LIMIT + 2, 'é'), VARIABLES_LIMIT + 2],
    ['counts three bytes', taking(VARIABLES_LIMIT + 1, '€'), VARIABLES_LIMIT + 1],
  ])('%s', (_title, variables, bytes) => expect(oversize({ ...idle, variables })).toBe(bytes));
  it('includes the variables of each step', () => {
    const step = { ...idle.activations[3]!, variables: taking(1_000) };
    const state = { ...idle, activations: { ...idle.activations, 3: step } };
    expect(oversize({ ...state, variables: taking(VARIABLES_LIMIT - 1_000) })).toBe(null);
    expect(oversize({ ...state, variables: taking(VARIABLES_LIMIT - 999) })).toBe(VARIABLES_LIMIT + 1);
  });
  it('is said in megabytes', () => {
    expect(tooLarge(VARIABLES_LIMIT * 1.5)).toBe(
      'The variables of this instance would take 1.50 MB; at most 1 MB is allowed.',
    );
  });
  it.each([
    ['input', { inputs: [{ target: 'x', value: computed('big', () => taking(1_100_000).x) }] }],
    ['output', { outputs: [{ target: 'x', value: computed('big', () => taking(1_100_000).x) }] }],
  ])('is looked at after %s mappings', (_title, mappings) => {
    const { state } = sent(line('P', { id: 'A', kind: 'pass', ...mappings }), [BEGIN]);
    expect(Object.values(state!.incidents)).toMatchObject([{ code: 'evaluation', message: TOO_LARGE }]);
    expect(oversize(state!)).toBe(null);
  });
});

describe('a result', () => {
  const decided = (variables: object, more: object = {}) => {
    const decision = {
      type: 'complete-task' as const,
      key: 1,
      outcome: null,
      comment: null,
      contentDigest: null,
    };
    return sent(line('P', { id: 'A', kind: 'task', ...more }), [
      BEGIN,
      { ...decision, variables: variables as never },
    ]);
  };
  const written = ({ answer }: ReturnType<typeof sent>) =>
    Array.isArray(answer) ? answer.flatMap((event) => (event.type === 'variables.set' ? [event] : [])) : [];

  it('of nothing writes nothing', () => expect(written(decided({}))).toStrictEqual([]));
  it('goes to the process where no scope declares it', () => {
    expect(written(decided({ a: 1, b: 2 }))).toStrictEqual([
      {
        type: 'variables.set',
        v: 1,
        elementId: 'A',
        elementType: 'task',
        key: 1,
        scopeKey: 0,
        data: { variables: { a: 1, b: 2 } },
      },
    ]);
  });
  it('goes where each name is declared', () => {
    const inputs = [{ target: 'a', value: fixed(0) }];
    expect(
      written(decided({ a: 1, b: 2 }, { inputs })).map(({ scopeKey, data }) => [scopeKey, data]),
    ).toStrictEqual([
      [1, { variables: { a: 1 } }],
      [0, { variables: { b: 2 } }],
    ]);
  });
  it('stays in its step until its output mappings have run', () => {
    const outputs = [{ target: 'c', value: computed('a', ({ a }) => a ?? null) }];
    expect(
      written(decided({ a: 1 }, { outputs })).map(({ scopeKey, data }) => [scopeKey, data]),
    ).toStrictEqual([
      [1, { variables: { a: 1 } }],
      [0, { variables: { c: 1 } }],
    ]);
  });
  it('is no property of every object', () => {
    const inputs = [{ target: 'a', value: fixed(0) }];
    const { state } = decided({ toString: 1 }, { inputs });
    expect(state?.variables).toStrictEqual({ toString: 1 });
  });
});
