import { describe, expect, it } from 'vitest';
import type { Json } from '@/engine/compile/feel';
import { compileDecision, type DecisionResult, describeDmnProblem } from './index';
import { decision, input, model, type TableParts, table } from './testing/build';

const now = '2026-03-01T10:00:00Z';

function run(parts: TableParts, variables: Record<string, Json>): DecisionResult {
  const source = model(input('x', 'number'), decision('d', table(parts), { inputs: ['x'] }));
  const compiled = compileDecision(source, 'd');
  if (!compiled.ok) throw new Error(compiled.problems.map(describeDmnProblem).join(' '));
  expect(compiled.decision.bounded).toBe(true);
  return compiled.decision.evaluate({ variables, now });
}

const matched = ({ tables }: DecisionResult) =>
  tables.flatMap((trace) => trace.matched.map(({ rule }) => rule));

/** Rules that overlap: x = 5 matches all but the last, x = 100 only the last, x = -1 none. */
const overlapping: TableParts = {
  inputs: ['x'],
  outputs: [{ values: '"high", "middle", "low"' }],
  rules: [
    ['[0..10]', '"low"'],
    ['(4..50]', '"high"'],
    ['5', '"low"'],
    ['> 50', '"middle"'],
  ],
};

describe('hit policies', () => {
  it.each<[string, number, Json, number[]]>([
    ['FIRST', 5, 'low', [1]],
    ['FIRST', 100, 'middle', [4]],
    ['PRIORITY', 5, 'high', [1, 2, 3]],
    ['RULE ORDER', 5, ['low', 'high', 'low'], [1, 2, 3]],
    ['OUTPUT ORDER', 5, ['high', 'low', 'low'], [1, 2, 3]],
    ['COLLECT', 5, ['low', 'high', 'low'], [1, 2, 3]],
    ['UNIQUE', 100, 'middle', [4]],
    ['UNIQUE', 2, 'low', [1]],
    ['ANY', 2, 'low', [1]],
  ])('%s over %d gives %j', (hitPolicy, x, value, rules) => {
    const result = run({ ...overlapping, hitPolicy }, { x });
    expect(result).toMatchObject({ ok: true, value });
    expect(matched(result)).toEqual(rules);
  });

  it.each<[string, Json]>([
    ['UNIQUE', null],
    ['ANY', null],
    ['FIRST', null],
    ['PRIORITY', null],
    ['RULE ORDER', []],
    ['OUTPUT ORDER', []],
    ['COLLECT', []],
  ])('%s gives %j when no rule matches', (hitPolicy, value) => {
    expect(run({ ...overlapping, hitPolicy }, { x: -1 })).toMatchObject({ ok: true, value });
  });

  it('refuses what UNIQUE and ANY exclude, and names the rules', () => {
    expect(run({ ...overlapping, hitPolicy: 'UNIQUE' }, { x: 5 })).toMatchObject({
      ok: false,
      problems: [
        { decision: 'd', table: 'table', message: 'Rules 1, 2 and 3 match, but only one rule may.' },
      ],
    });
    const any = run({ ...overlapping, hitPolicy: 'ANY' }, { x: 5 });
    expect(any.ok ? [] : any.problems.map(describeDmnProblem)).toEqual([
      'Decision “d”: Rules 1, 2 and 3 match, but give different results.',
    ]);
  });

  it('lets ANY match several rules of one result', () => {
    const same = {
      ...overlapping,
      rules: [
        ['> 1', '"low"'],
        ['> 2', '"low"'],
      ],
    };
    expect(run({ ...same, hitPolicy: 'ANY' }, { x: 3 })).toMatchObject({ ok: true, value: 'low' });
  });

  it('takes the default results when no rule matches', () => {
    const outputs = [{ name: 'a', fallback: '"none"' }, { name: 'b' }];
    const parts = { inputs: ['x'], outputs, rules: [['1', '"one"', '1']] };
    expect(run(parts, { x: 2 })).toMatchObject({ value: { a: 'none', b: null } });
    expect(run(parts, { x: 1 })).toMatchObject({ value: { a: 'one', b: 1 } });
  });

  it('orders by the first column that differs', () => {
    const outputs = [
      { name: 'a', values: '"x", "y"' },
      { name: 'b', values: '1, 2' },
    ];
    const rules = [
      ['-', '"y"', '1'],
      ['-', '"x"', '2'],
      ['-', '"x"', '1'],
    ];
    const parts = { inputs: ['x'], outputs, rules };
    expect(run({ ...parts, hitPolicy: 'OUTPUT ORDER' }, { x: 0 })).toMatchObject({
      value: [
        { a: 'x', b: 1 },
        { a: 'x', b: 2 },
        { a: 'y', b: 1 },
      ],
    });
    expect(run({ ...parts, hitPolicy: 'PRIORITY' }, { x: 0 })).toMatchObject({ value: { a: 'x', b: 1 } });
  });
});

describe('aggregators of COLLECT', () => {
  const numbers: TableParts = {
    hitPolicy: 'COLLECT',
    inputs: ['x'],
    outputs: [{}],
    rules: [
      ['> 0', '0.1'],
      ['> 1', '0.2'],
      ['> 2', '-7'],
    ],
  };

  it.each<[string, number, Json]>([
    ['SUM', 2, 0.3],
    ['SUM', 3, -6.7],
    ['COUNT', 3, 3],
    ['MIN', 3, -7],
    ['MAX', 3, 0.2],
    ['SUM', 0, null],
    ['COUNT', 0, 0],
    ['MIN', 0, null],
    ['MAX', 0, null],
  ])('%s over %d gives %j', (aggregation, x, value) => {
    expect(run({ ...numbers, aggregation }, { x })).toMatchObject({ ok: true, value });
  });

  it('compares texts and dates, too', () => {
    const rules = [
      ['-', 'date("2026-02-01")'],
      ['-', 'date("2026-01-31")'],
    ];
    expect(run({ ...numbers, rules, aggregation: 'MIN' }, { x: 0 })).toMatchObject({ value: '2026-01-31' });
  });

  it.each([
    ['SUM', [['-', '"a"']], [{}], 'Only numbers can be summed up.'],
    [
      'MAX',
      [
        ['-', '"a"'],
        ['-', '1'],
      ],
      [{}],
      'The results cannot be compared with each other.',
    ],
    [
      'MIN',
      [['-', '1', '2']],
      [{ name: 'a' }, { name: 'b' }],
      'A table of several output columns cannot collect by MIN.',
    ],
  ])('%s refuses %j', (aggregation, rules, outputs, message) => {
    expect(run({ ...numbers, aggregation, rules, outputs }, { x: 0 })).toMatchObject({
      ok: false,
      problems: [{ decision: 'd', message }],
    });
  });
});
