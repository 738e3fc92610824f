import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from './config';
import { impossible, type Quorum, quorumOf, resultOf } from './quorum';

const outcome = (id: string, tone: Outcome['tone']): Outcome => ({
  id,
  label: id,
  tone,
  commentRequired: false,
});
const OUTCOMES = [
  outcome('yes', 'positive'),
  outcome('maybe', 'neutral'),
  outcome('no', 'negative'),
  outcome('never', 'negative'),
];
const votes = (...ids: string[]) => ids.map((id) => ({ outcome: id }));
const quorum = (required: number, of: number, reject: Quorum['reject'] = 'out-of-reach'): Quorum => ({
  required,
  of,
  reject,
});

describe('what decisions come to', () => {
  it.each([
    ['nothing yet', votes('yes'), quorum(2, 3), null],
    ['enough agree', votes('yes', 'no', 'yes'), quorum(2, 3), 'yes'],
    ['no longer to be reached', votes('no', 'no'), quorum(2, 3), 'no'],
    ['one against two of three is not the end', votes('no', 'yes'), quorum(2, 3), null],
    [
      'the first who turns down ends it, where it is so',
      votes('yes', 'never'),
      quorum(2, 3, 'first'),
      'never',
    ],
    ['enough agree before anybody turns down', votes('yes', 'yes'), quorum(2, 3, 'first'), 'yes'],
    ['all must agree: one is enough against it', votes('yes', 'no'), quorum(3, 3), 'no'],
    ['all agree', votes('yes', 'yes', 'yes'), quorum(3, 3), 'yes'],
    ['outcomes are counted one by one', votes('yes', 'maybe'), quorum(2, 3), null],
    ['a neutral outcome wins too', votes('maybe', 'maybe'), quorum(2, 3), 'maybe'],
    ['of two that turn down the more frequent', votes('no', 'never', 'never'), quorum(2, 4), 'never'],
    ['of equals the first', votes('never', 'no'), quorum(2, 3, 'out-of-reach'), 'never'],
    ['split without anybody against: the more frequent', votes('maybe', 'yes', 'yes'), quorum(3, 3), 'yes'],
  ])('%s', (_title, given, rule, result) => {
    expect(resultOf(given, OUTCOMES, rule)).toBe(result);
  });

  it('is never open when all have decided, and never changes what was decided', () => {
    const ids = fc.constantFrom(...OUTCOMES.map(({ id }) => id));
    const rule = fc.integer({ min: 1, max: 6 }).chain((of) =>
      fc.record({
        of: fc.constant(of),
        required: fc.integer({ min: 1, max: of }),
        reject: fc.constantFrom('first' as const, 'out-of-reach' as const),
        chosen: fc.array(ids, { minLength: of, maxLength: of }),
      }),
    );
    fc.assert(
      fc.property(rule, ({ chosen, ...given }) => {
        const results = chosen.map((_, i) => resultOf(votes(...chosen.slice(0, i + 1)), OUTCOMES, given));
        const first = results.find((result) => result !== null);
        expect(first).not.toBeUndefined();
        const at = results.indexOf(first as string);
        const winner = OUTCOMES.find(({ id }) => id === first);
        const count = chosen.slice(0, at + 1).filter((id) => id === first).length;
        if (
          winner?.tone === 'positive' &&
          !chosen.slice(0, at + 1).every((id) => id !== 'no' && id !== 'never')
        )
          expect(count).toBeGreaterThanOrEqual(given.required);
        expect(chosen.slice(0, at + 1)).toContain(first);
      }),
    );
  });
});

describe('the numbers of a quorum', () => {
  it.each([
    ['all', 0, 4, 4],
    ['count', 2, 5, 2],
    ['share', 60, 5, 3],
    ['share', 50, 5, 3],
    ['share', 100, 3, 3],
    ['share', 1, 3, 1],
  ] as const)('%s %i of %i is %i', (need, value, of, required) => {
    expect(quorumOf({ need, value, reject: 'first' }, of)).toEqual({ required, of, reject: 'first' });
  });

  it.each([
    [quorum(1, 0), 'nobody is asked who could decide'],
    [quorum(3, 2), '3 have to agree, but only 2 are asked'],
    [quorum(0, 2), 'nobody has to agree'],
    [quorum(2, 2), null],
  ])('%o: %s', (given, why) => {
    expect(impossible(given)).toBe(why);
  });
});
