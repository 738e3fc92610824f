import { describe, expect, it } from 'vitest';
import { readVariables, variableChanges } from './changes';

describe('what changed in variables', () => {
  it('marks added, changed and removed, and compares nested values', () => {
    const before = { a: 1, b: { x: [1, 2], y: null }, c: 'c', gone: true };
    const after = { a: 2, b: { y: null, x: [1, 2] }, c: 'c', fresh: [] };
    expect(variableChanges(before, after)).toEqual({ a: 'changed', gone: 'removed', fresh: 'added' });
  });

  it('tells a list from an object', () => {
    expect(variableChanges({ a: [] }, { a: {} })).toEqual({ a: 'changed' });
  });
});

describe('edited variables', () => {
  it('are sent only where they differ', () => {
    expect(readVariables('{"a": 1, "b": 3, "c": 4}', { a: 1, b: 2 })).toEqual({
      ok: true,
      changed: { b: 3, c: 4 },
    });
  });

  it.each([
    ['{"a": }', 'not valid JSON'],
    ['[1]', 'JSON object'],
    ['null', 'JSON object'],
    ['{}', 'Set a to null'],
  ])('%s is refused with what to do', (text, words) => {
    const input = readVariables(text, { a: 1 });
    expect(input.ok ? '' : input.message).toContain(words);
  });
});
