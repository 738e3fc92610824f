import { describe, expect, it } from 'vitest';
import { positionOf, readAt, scrubKey } from './scrub';

describe('the timeline’s slider', () => {
  it.each([
    ['ArrowRight', 5, 6],
    ['ArrowLeft', 5, 4],
    ['ArrowLeft', 1, 1],
    ['ArrowRight', 40, 40],
    ['PageUp', 5, 15],
    ['PageDown', 5, 1],
    ['Home', 5, 1],
    ['End', 5, 40],
    ['x', 5, undefined],
  ])('%s at %i leads to %s', (key, at, to) => {
    expect(scrubKey(key, at, 40)).toBe(to);
  });

  it.each([
    ['7', 7],
    ['1', 1],
    ['40', null],
    ['41', null],
    ['0', null],
    ['-3', null],
    ['7.5', null],
    ['x', null],
    ['', null],
    [undefined, null],
  ])('?at=%s is %s of 40 events', (text, at) => {
    expect(readAt(text, 40)).toBe(at);
  });

  it('has one step an event, from end to end', () => {
    expect([1, 2, 3].map((seq) => positionOf(seq, 3))).toEqual([0, 0.5, 1]);
    expect(positionOf(1, 1)).toBe(1);
  });
});
