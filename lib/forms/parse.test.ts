import { describe, expect, it } from 'vitest';
import { parseForm } from './parse';
import { isSafePattern } from './pattern';

const text = (...fields: unknown[]) => JSON.stringify({ fields });

describe('a form', () => {
  it('is read, html-text as a note', () => {
    const source = text(
      { key: 'a', label: 'A', type: 'text', pattern: '[A-Z]{2}\\d+' },
      { type: 'html-text', label: 'Hi' },
    );
    expect(parseForm(source)).toEqual({
      ok: true,
      form: {
        fields: [
          { key: 'a', label: 'A', type: 'text', pattern: '[A-Z]{2}\\d+' },
          { key: '', label: 'Hi', type: 'note' },
        ],
      },
    });
  });

  it.each([
    ['text that is no JSON', '{', /not valid JSON/],
    ['a field without a key', text({ label: 'A', type: 'text' }), /./],
    ['a key that is no variable', text({ key: 'a b', label: 'A', type: 'text' }), /variable name/],
    ['a reserved key', text({ key: '__proto__', label: 'A', type: 'text' }), /reserved/],
    ['an unknown type', text({ key: 'a', label: 'A', type: 'colour' }), /./],
    ['a choice without options', text({ key: 'a', label: 'A', type: 'choice', options: [] }), /./],
    [
      'a pattern that could run for ever',
      text({ key: 'a', label: 'A', type: 'text', pattern: '(a+)+b' }),
      /very long/,
    ],
    [
      'two fields for one variable',
      text({ key: 'a', label: 'A', type: 'text' }, { key: 'a', label: 'B', type: 'text' }),
      /write to “a”/,
    ],
    [
      'more than 200 fields',
      text(...Array.from({ length: 201 }, (_, i) => ({ key: `f${i}`, label: '', type: 'text' }))),
      /at most 200/,
    ],
  ])('is refused: %s', (_name, source, message) => {
    const parsed = parseForm(source);
    expect(parsed.ok ? '' : parsed.message).toMatch(message);
  });
});

it.each([
  ['[a-z]+@[a-z]+', true],
  ['(?:ab)?c{2,3}', true],
  ['(?:\\d{3}-)+', false],
  ['(a|aa)+', false],
  ['((a*)b)*', false],
  ['(a)\\1', false],
  ['[', false],
])('pattern %s is safe: %s', (pattern, safe) => {
  expect(isSafePattern(pattern)).toBe(safe);
});
