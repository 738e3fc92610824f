import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registry } from '../registry';
import { type FieldShape, shapedFields, sharedShape } from './shape';
import { inWords, wordsOf } from './words';

describe('what a field holds', () => {
  it('is read off its schema, whatever lies around it', () => {
    const schema = z.object({
      text: z.string().default(''),
      count: z.number().int().min(0).max(100).default(3),
      share: z.number().min(0).max(1).optional(),
      most: z.number().int().nullable().default(null),
      on: z.boolean(),
      kind: z.enum(['a', 'b']).default('a'),
      part: z.object({ value: z.string() }).optional(),
      rows: z.array(z.string()).default([]),
    });
    expect(shapedFields(schema)).toEqual([
      { path: 'text', shape: { as: 'text' } },
      { path: 'count', shape: { as: 'number', whole: true, mayBeEmpty: false, min: 0, max: 100 } },
      { path: 'share', shape: { as: 'number', whole: false, mayBeEmpty: true, min: 0, max: 1 } },
      { path: 'most', shape: { as: 'number', whole: true, mayBeEmpty: true, empty: null } },
      { path: 'on', shape: { as: 'flag' } },
      { path: 'kind', shape: { as: 'choice', values: ['a', 'b'] } },
      { path: 'part.value', shape: { as: 'text' } },
    ]);
  });

  it.each<[FieldShape, FieldShape, FieldShape | null]>([
    [{ as: 'text' }, { as: 'text' }, { as: 'text' }],
    [{ as: 'text' }, { as: 'flag' }, null],
    [{ as: 'choice', values: ['a'] }, { as: 'choice', values: ['a', 'b'] }, null],
    [
      { as: 'number', whole: true, mayBeEmpty: false, min: 5 },
      { as: 'number', whole: false, mayBeEmpty: true, max: 4 },
      null,
    ],
    [
      { as: 'number', whole: true, mayBeEmpty: true, max: 9 },
      { as: 'number', whole: false, mayBeEmpty: false, min: 1 },
      { as: 'number', whole: true, mayBeEmpty: false, min: 1, max: 9 },
    ],
  ])('%o and %o are %o together', (a, b, shared) => {
    expect(sharedShape(a, b)).toEqual(shared);
  });

  it('can be read of every kind there is, and every field has a label', () => {
    for (const { kind, schema } of Object.values(registry))
      for (const { path } of shapedFields(schema))
        expect(wordsOf(path, 'own')?.label ?? 'one by one', `${kind} ${path}`).toMatch(/^[A-Zo]/);
  });

  it('is called by its name in words where nothing better is written', () => {
    expect(inWords('maxCostPerDay')).toBe('Max cost per day');
    expect(inWords('out-of-reach')).toBe('Out of reach');
  });
});
