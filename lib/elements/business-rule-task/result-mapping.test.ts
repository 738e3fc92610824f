import { describe, expect, it } from 'vitest';
import type { Json } from '@/engine/core/json';
import { compileDecision } from '@/lib/dmn';
import { decision, literal, model, table } from '@/lib/dmn/testing/build';
import { mapResult, type ResultMapping } from './result-mapping';

const rules = (hitPolicy: string, outputs: { name?: string }[], more: object = {}) =>
  table({
    hitPolicy,
    inputs: ['x'],
    outputs,
    rules: [
      ['> 0', '1', '"a"'].slice(0, outputs.length + 1),
      ['> 1', '2', '"b"'].slice(0, outputs.length + 1),
    ],
    ...more,
  });
const ONE = [{ name: 'n' }];
const TWO = [{ name: 'n' }, { name: 's' }];

const TABLES = {
  'first, one output': rules('FIRST', ONE),
  'first, unnamed output': rules('FIRST', [{}]),
  'first, two outputs': rules('FIRST', TWO),
  'collect, one output': rules('COLLECT', ONE),
  'collect, two outputs': rules('COLLECT', TWO),
  'collect, sum': rules('COLLECT', ONE, { aggregation: 'SUM' }),
  'rule order, one output': rules('RULE ORDER', ONE),
  'null as a result': table({ hitPolicy: 'FIRST', inputs: ['x'], outputs: ONE, rules: [['> 0', 'null']] }),
  literal: literal('x + 1'),
  'literal list': literal('[x, x]'),
};

type Case = [logic: keyof typeof TABLES, x: number, mapping: ResultMapping, expected: Json | RegExp];
const a = { n: 1, s: 'a' };
const b = { n: 2, s: 'b' };
const CASES: Case[] = [
  ['first, one output', 2, 'value', 1],
  ['first, one output', 2, 'singleEntry', 1],
  ['first, one output', 2, 'singleResult', { n: 1 }],
  ['first, one output', 2, 'collectEntries', [1]],
  ['first, one output', 2, 'resultList', [{ n: 1 }]],
  ['first, one output', 0, 'singleEntry', null],
  ['first, one output', 0, 'singleResult', null],
  ['first, one output', 0, 'collectEntries', []],
  ['first, one output', 0, 'resultList', []],
  ['first, unnamed output', 2, 'resultList', [{ d: 1 }]],
  ['first, two outputs', 2, 'singleEntry', /the outputs n, s, and singleEntry takes one/],
  ['first, two outputs', 2, 'singleResult', a],
  ['first, two outputs', 2, 'collectEntries', /the outputs n, s, and collectEntries takes one/],
  ['first, two outputs', 2, 'resultList', [a]],
  ['collect, one output', 2, 'singleEntry', /gave 2 results, and singleEntry takes one/],
  ['collect, one output', 1, 'singleEntry', 1],
  ['collect, one output', 2, 'singleResult', /gave 2 results, and singleResult takes one/],
  ['collect, one output', 1, 'singleResult', { n: 1 }],
  ['collect, one output', 2, 'collectEntries', [1, 2]],
  ['collect, one output', 0, 'collectEntries', []],
  ['collect, one output', 2, 'resultList', [{ n: 1 }, { n: 2 }]],
  ['collect, two outputs', 2, 'resultList', [a, b]],
  ['collect, two outputs', 2, 'collectEntries', /the outputs n, s/],
  ['collect, two outputs', 0, 'resultList', []],
  ['collect, sum', 2, 'singleEntry', 3],
  ['collect, sum', 2, 'resultList', [{ n: 3 }]],
  ['collect, sum', 0, 'resultList', []],
  ['rule order, one output', 2, 'collectEntries', [1, 2]],
  ['null as a result', 1, 'resultList', [{ n: null }]],
  ['null as a result', 0, 'resultList', []],
  ['literal', 2, 'value', 3],
  ['literal', 2, 'singleEntry', 3],
  ['literal', 2, 'resultList', [{ d: 3 }]],
  ['literal list', 2, 'singleEntry', [2, 2]],
  ['literal list', 2, 'singleResult', { d: [2, 2] }],
];

describe('the result of a decision', () => {
  it.each(CASES)('%s, x = %s, as %s', (logic, x, mapping, expected) => {
    const xml = model(decision('d', TABLES[logic]));
    const compiled = compileDecision(xml, 'd');
    if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
    const result = compiled.decision.evaluate({ variables: { x }, now: '2026-01-01T00:00:00Z' });
    if (!result.ok) throw new Error(result.problems[0]?.message);
    const mapped = mapResult(mapping, compiled.decision, result);
    if (expected instanceof RegExp)
      expect(mapped).toEqual({ ok: false, message: expect.stringMatching(expected) });
    else expect(mapped).toEqual({ ok: true, value: expected });
  });
});
