import { describe, expect, it } from 'vitest';
import { parseSample, sampleOf } from './trial-sample';

describe('the sample of a trial call', () => {
  it('has every variable that the prompts mention, once, and paths as objects', () => {
    expect(
      sampleOf(['{{invoice.text}} of {{= supplier }}', 'Read {{invoice.number}}, {{supplier}}']),
    ).toEqual({
      invoice: { text: '', number: '' },
      supplier: '',
    });
  });

  it('leaves out expressions, which nobody can fill in', () => {
    expect(sampleOf(['{{= sum(amounts) }} and plain text'])).toEqual({});
  });

  it('turns a name that is used as a text and as an object into an object', () => {
    expect(sampleOf(['{{order}} {{order.number}}'])).toEqual({ order: { number: '' } });
  });

  it('has values of the types that are known where the step is', () => {
    const lines = [{ name: 'price', type: 'number' } as const];
    const order = [
      { name: 'total', type: 'number' } as const,
      { name: 'urgent', type: 'boolean' } as const,
      { name: 'lines', type: 'list', entries: lines } as const,
    ];
    const scope = [
      { name: 'order', type: 'context', entries: order } as const,
      { name: 'due', type: 'date' } as const,
    ];
    expect(sampleOf(['{{order.total}} {{due}} {{note}}'], scope)).toEqual({
      order: { total: 100 },
      due: '2026-01-15',
      note: '',
    });
    expect(sampleOf(['{{order}}'], scope)).toEqual({
      order: { total: 100, urgent: true, lines: [{ price: 100 }] },
    });
  });

  it('takes JSON objects only', () => {
    expect(parseSample('{"a":1}')).toEqual({ a: 1 });
    expect([parseSample('[1]'), parseSample('{'), parseSample('null')]).toEqual([null, null, null]);
  });
});
