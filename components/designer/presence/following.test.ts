import { expect, it } from 'vitest';
import type { Participant } from '@/lib/presence/types';
import { leadsBack, windowToFollow } from './following';

const one = (id: string, follows?: string): Participant => ({
  id,
  personId: id,
  name: id,
  selection: [],
  follows,
});

it('knows when following somebody would lead back to oneself', () => {
  const people = [one('me'), one('ada', 'ben'), one('ben', 'me'), one('cy')];
  expect(leadsBack(people, 'me', 'ben')).toBe(true);
  expect(leadsBack(people, 'me', 'ada')).toBe(true);
  expect(leadsBack(people, 'me', 'cy')).toBe(false);
  expect(leadsBack(people, 'me', 'gone')).toBe(false);
});

it('isn’t caught by two others who follow each other', () => {
  expect(leadsBack([one('me'), one('ada', 'ben'), one('ben', 'ada')], 'me', 'ada')).toBe(false);
});

it('follows the window that somebody points with', () => {
  const person = { windows: ['first', 'second', 'third'] };
  expect(windowToFollow(person, new Map())).toBe('third');
  const places = new Map([
    ['second', { plane: 'p', pointer: { x: 0, y: 0 } }],
    ['third', { plane: 'p' }],
  ]);
  expect(windowToFollow(person, places)).toBe('second');
  expect(windowToFollow({ windows: [] }, places)).toBeUndefined();
});
