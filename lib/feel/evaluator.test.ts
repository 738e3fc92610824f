import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '@/engine/compile/feel';
import { closeEvaluator, evaluateUnbounded } from './evaluator';

const now = '2026-03-01T23:30:00Z';
const run = (source: string, variables: Record<string, Json> = {}) =>
  evaluateUnbounded(source, { variables, now });
/** For expressions that must succeed however busy the machine is. */
const runPatiently = (source: string, variables: Record<string, Json> = {}) =>
  evaluateUnbounded(source, { variables, now }, { timeoutMs: 20_000 });
const word = `${'a'.repeat(40)}!`;

afterAll(closeEvaluator);

describe('evaluateUnbounded', () => {
  it.each<[string, Record<string, Json>, Json]>([
    ['for i in 1..3 return i * rate', { rate: 2 }, [2, 4, 6]],
    [
      'items[price > limit].name',
      {
        items: [
          { name: 'a', price: 1 },
          { name: 'b', price: 9 },
        ],
        limit: 5,
      },
      ['b'],
    ],
    ['some x in items satisfies x > 2', { items: [1, 3] }, true],
    ['matches(code, "^[A-Z]{2}\\d+$")', { code: 'DE12' }, true],
    ['{a: 1, b: a + 1}', {}, { a: 1, b: 2 }],
    ['sort(items, function(a, b) a > b)', { items: [1, 3, 2] }, [3, 2, 1]],
    ['for d in [today()] return d + duration("P1D")', {}, ['2026-03-02']],
    ['amount > 3', { amount: 4 }, true],
  ])('gives the value of %s', async (source, variables, value) => {
    expect(await runPatiently(source, variables)).toEqual({ ok: true, value, missing: [] });
  });

  it('reports missing variables, syntax errors and values that cannot be stored', async () => {
    expect(await runPatiently('for i in items return i')).toMatchObject({
      ok: true,
      value: null,
      missing: ['items'],
    });
    expect(await run('for i in')).toMatchObject({ ok: false, code: 'syntax' });
    expect(await runPatiently('function(a) a')).toMatchObject({ ok: false, code: 'type' });
    expect(await runPatiently('for i in 1..2000 return t', { t: 'a'.repeat(1_000) })).toMatchObject({
      ok: false,
      code: 'limit',
    });
  });

  it('reads names with signs when told so', async () => {
    const context = { variables: { 'a-b': 3, list: [1] }, now };
    expect(
      await evaluateUnbounded('for i in list return a-b', context, { names: ['a-b'], timeoutMs: 20_000 }),
    ).toMatchObject({
      value: [3],
    });
  });

  it.each<[string, string, Record<string, Json>]>([
    ['a regular expression that backtracks for ever', 'matches(t, "(a+)+$")', { t: word }],
    ['one inside a filter', 'items[matches(item, "(a|aa)+$") = true]', { items: [word] }],
    ['one in replace', 'replace(t, "(a*)*b", "")', { t: word }],
    ['one in split', 'split(t, "(a+)+$")', { t: word }],
    ['a huge range', 'count(for i in 1..1000000000 return 1)', {}],
    ['nested loops', 'count(for i in 1..9999, j in 1..9999 return 1)', {}],
    ['a quantifier over a huge range', 'every i in 1..1000000000 satisfies i > 0', {}],
    ['a range of a thousand million years', 'count(for d in @"0001-01-01"..@"999999999-01-01" return d)', {}],
    ['recursion without end', '(function(f) f(f))(function(f) f(f))', {}],
    [
      'branching recursion',
      '{r: (function(f, n) if n = 0 then 1 else f(f, n - 1) + f(f, n - 1)), v: r(r, 60)}',
      {},
    ],
    [
      'doubling lists',
      `{l0: [1, 1], ${Array.from({ length: 38 }, (_, n) => `l${n + 1}: concatenate(l${n}, l${n})`).join(', ')}}.l38`,
      {},
    ],
    [
      'doubling texts',
      `{l0: "xx", ${Array.from({ length: 38 }, (_, n) => `l${n + 1}: l${n} + l${n}`).join(', ')}}.l38`,
      {},
    ],
    ['deep brackets', `${'['.repeat(5_000)}1${']'.repeat(5_000)}`, {}],
    ['many comparisons', 'distinct values(for i in 1..100000 return [i, i])', {}],
  ])('stops %s while the event loop goes on', async (_, source, variables) => {
    let turns = 0;
    let running = true;
    const turn = () => {
      turns += 1;
      if (running) setImmediate(turn);
    };
    setImmediate(turn);
    const result = await run(source, variables);
    running = false;
    expect(result.ok).toBe(false);
    if (!result.ok) expect(['timeout', 'limit', 'evaluation', 'syntax']).toContain(result.code);
    // a refusal before any thread is asked comes within the same turn
    if (!result.ok && result.code === 'timeout') expect(turns).toBeGreaterThan(100);
    expect(await runPatiently('for i in [1] return i')).toMatchObject({ ok: true, value: [1] });
  });

  it('serves others while hostile expressions wait to be stopped', async () => {
    const hostile = Array.from({ length: 4 }, () => run('matches(t, "(a+)+$")', { t: word }));
    const honest = Array.from({ length: 20 }, (_, n) => runPatiently(`for i in [${n}] return i`));
    const results = await Promise.all([...hostile, ...honest]);
    expect(results.slice(0, 4).map((result) => !result.ok && result.code)).toEqual(Array(4).fill('timeout'));
    expect(results.slice(4).map((result) => result.ok && result.value)).toEqual(
      Array.from({ length: 20 }, (_, n) => [n]),
    );
  });
});
