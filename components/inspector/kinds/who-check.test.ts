import { expect, it } from 'vitest';
import { type Directory, ownerProblem, whoProblem } from './who-check';

const directory: Directory = {
  people: [{ personId: 'p1', email: 'mia@example.com', name: 'Mia Wong' }],
  groups: ['finance', 'managers'],
  complete: true,
};

it.each([
  ['mia@example.com', 'person', undefined],
  ['p1', 'person', undefined],
  ['mia wong', 'person', undefined],
  ['Finance', 'group', 'Nobody is in a group “Finance”. Did you mean “finance”?'],
  ['', 'person', undefined],
  ['= starter', 'person', undefined],
  ['mai@example.com', 'person', 'Nobody signs in as “mai@example.com”. Did you mean “mia@example.com”?'],
  ['Mia', 'person', 'Nobody signs in as “Mia”. Did you mean “mia@example.com”?'],
  ['somebody', 'person', 'Nobody signs in as “somebody”.'],
  ['finance, managers', 'group', undefined],
  ['finance, mangers', 'group', 'Nobody is in a group “mangers”. Did you mean “managers”?'],
] as const)('“%s” as %s', (text, what, problem) => expect(whoProblem(text, what, directory)).toBe(problem));

it.each([
  ['mia@example.com', undefined],
  ['finance', undefined],
  ['', undefined],
  ['nobody', 'Nobody signs in as “nobody”. There is no such group either.'],
] as const)('“%s” as an owner', (text, problem) => expect(ownerProblem(text, directory)).toBe(problem));

it('calls nobody unknown while not everybody is known', () => {
  expect(whoProblem('x', 'person', { ...directory, complete: false })).toBeUndefined();
  expect(whoProblem('x', 'person', undefined)).toBeUndefined();
});
