import { describe, expect, it } from 'vitest';
import { schemaProblem } from '@/lib/elements/ai-call/json-schema';
import { schemaOf } from './schema-infer';

describe('a schema inferred from an example', () => {
  it('has every member with its type, all required', () => {
    const schema = schemaOf({
      vendor: 'Acme',
      total: 12.5,
      lines: 3,
      paid: false,
      due: '2026-01-31',
      by: 'a@b.eu',
    });
    expect(schema).toEqual({
      type: 'object',
      properties: {
        vendor: { type: 'string' },
        total: { type: 'number' },
        lines: { type: 'integer' },
        paid: { type: 'boolean' },
        due: { type: 'string', format: 'date' },
        by: { type: 'string', format: 'email' },
      },
      required: ['vendor', 'total', 'lines', 'paid', 'due', 'by'],
      additionalProperties: false,
    });
    expect(schemaProblem(JSON.stringify(schema))).toBeUndefined();
  });

  it('describes the entries of a list together', () => {
    expect(schemaOf([{ a: 1, b: 'x' }, { a: 1.5 }])).toEqual({
      type: 'array',
      items: {
        type: 'object',
        properties: { a: { type: 'number' }, b: { type: 'string' } },
        required: ['a'],
        additionalProperties: false,
      },
    });
    expect(schemaOf([])).toEqual({ type: 'array' });
    expect(schemaOf([[1], []])).toEqual({
      type: 'array',
      items: { type: 'array', items: { type: 'integer' } },
    });
    expect(schemaOf([1, 'a'])).toEqual({ type: 'array', items: {} });
  });

  it('says nothing about the type of null', () => {
    expect(schemaOf({ a: null })).toMatchObject({ properties: { a: {} } });
    expect(schemaOf([null, 2])).toEqual({ type: 'array', items: { type: 'integer' } });
  });

  it('stops where schemas may go no deeper', () => {
    const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ inner }), {});
    expect(schemaProblem(JSON.stringify(schemaOf(deep as never)))).toBeUndefined();
  });
});
