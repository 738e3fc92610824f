import { describe, expect, test } from 'vitest';
import { taskBeside } from './beside';

const NONE = new Set<string>();

describe('the task beside the list', () => {
  test.each([
    ['the opened one', 'a', 'b', 'c', NONE, 'a'],
    ['the one that stood there', null, 'b', 'c', NONE, 'b'],
    ['the first of the list', null, null, 'c', NONE, 'c'],
    ['none of an empty list', null, null, null, NONE, null],
    [
      'not the one decided just now, though the address still names it',
      'a',
      null,
      null,
      new Set(['a']),
      null,
    ],
    ['the next one after a decision', 'a', 'b', 'b', new Set(['a']), 'b'],
    ['not one decided before', null, 'a', 'c', new Set(['a']), 'c'],
  ])('%s', (_name, opened, before, first, decided, expected) => {
    expect(taskBeside(opened, before, first, decided)).toBe(expected);
  });
});
