import { expect, it } from 'vitest';
import { choicesOf, choicesText } from './form-choices';

const labels = (text: string) => choicesOf(text).map(({ label }) => label);

it('reads one choice a line, commas and all, and writes them so', () => {
  const text = 'Yes, with the conditions named above\nNo';
  expect(labels(` ${text.replace('\n', '  \n\n')}\n`)).toEqual(text.split('\n'));
  expect(choicesText(choicesOf(text))).toBe(text);
  expect(choicesText(undefined)).toBe('');
});

it('reads a single line with commas as several, and nothing as none', () => {
  expect(labels('yes, no, later')).toEqual(['yes', 'no', 'later']);
  expect(labels(' \n')).toEqual([]);
});

it('keeps the value of a choice that was there, and names each once', () => {
  const before = [{ value: 'y', label: 'Yes' }];
  expect(choicesOf('No\nYes\nNo', before)).toEqual([
    { value: 'No', label: 'No' },
    { value: 'y', label: 'Yes' },
  ]);
});
