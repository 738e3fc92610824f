import { describe, expect, it } from 'vitest';
import { parseSample, sampleOf } from './trial-sample';

describe('the sample of a trial call', () => {
  it('has every variable that the prompts mention, once, and paths as objects', () => {
    expect(sampleOf('{{invoice.text}} of {{= supplier }}', 'Read {{invoice.number}}, {{supplier}}')).toEqual({
      invoice: { text: '', number: '' },
      supplier: '',
    });
  });

  it('leaves out expressions, which nobody can fill in', () => {
    expect(sampleOf('{{= sum(amounts) }} and plain text')).toEqual({});
  });

  it('turns a name that is used as a text and as an object into an object', () => {
    expect(sampleOf('{{order}} {{order.number}}')).toEqual({ order: { number: '' } });
  });

  it('takes JSON objects only', () => {
    expect(parseSample('{"a":1}')).toEqual({ a: 1 });
    expect([parseSample('[1]'), parseSample('{'), parseSample('null')]).toEqual([null, null, null]);
  });
});
