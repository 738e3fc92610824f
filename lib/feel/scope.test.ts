import { describe, expect, it } from 'vitest';
import { editorVariables, type ScopeVariable, suggestions } from './scope';

const VARIABLES: readonly ScopeVariable[] = [
  { name: 'amount', type: 'number', setBy: 'start form' },
  {
    name: 'customer',
    type: 'context',
    entries: [
      { name: 'level', type: 'string' },
      { name: 'first name', type: 'string' },
    ],
  },
  { name: 'total-amount', type: 'number', setBy: 'Check invoice' },
  { name: 'items', type: 'list', entries: [{ name: 'price', type: 'number' }] },
];
const labels = (typed: string) => suggestions(VARIABLES, typed).map(({ label }) => label);

describe('suggestions', () => {
  it('offers names that begin with the text before names that contain it', () => {
    expect(labels('am')).toEqual(['amount', 'total-amount']);
    expect(labels('')).toHaveLength(4);
    expect(labels('zzz')).toEqual([]);
  });

  it('follows paths into contexts and the items of lists', () => {
    expect(labels('customer.')).toEqual(['level', 'first name']);
    expect(labels('items[1].pr')).toEqual(['price']);
    expect(labels('amount.x')).toEqual([]);
  });

  it('says type and setter, and quotes names that need it', () => {
    expect(suggestions(VARIABLES, 'total')[0]).toEqual({
      label: 'total-amount',
      apply: '`total-amount`',
      type: 'number',
      detail: 'number, set by Check invoice',
    });
    expect(suggestions(VARIABLES, 'customer.f')[0]?.apply).toBe('customer.`first name`');
  });
});

describe('editorVariables', () => {
  it('keeps nesting and lists', () => {
    expect(editorVariables(VARIABLES)[3]).toMatchObject({
      name: 'items',
      isList: true,
      entries: [{ name: 'price' }],
    });
  });
});
