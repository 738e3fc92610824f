import { describe, expect, it } from 'vitest';
import { limitWords, typeWords } from './schema-words';

describe('a schema in words', () => {
  it('names plain types, choices and lists', () => {
    expect(typeWords({ type: 'integer' })).toBe('integer');
    expect(typeWords({ type: 'string', enum: ['open', 'closed'] })).toBe('open | closed');
    expect(typeWords({ type: 'array', items: { type: 'string' } })).toBe('string[]');
    expect(typeWords({ type: 'array', items: { enum: ['a', 'b'] } })).toBe('(a | b)[]');
    expect(typeWords({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toBe('string | null');
    expect(typeWords({})).toBe('any');
  });
  it('says limits and defaults, and no limit that is only the number type’s own', () => {
    expect(limitWords({ type: 'integer', minimum: 1, maximum: 200, default: 50 })).toBe(
      '1 to 200, default 50',
    );
    expect(limitWords({ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER })).toBe('at least 1');
    expect(limitWords({ type: 'string', maxLength: 200 })).toBe('at most 200 characters');
    expect(limitWords({ type: 'string' })).toBe('');
  });
});
