import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedSource } from './arbitrary';
import { classify, compileBounded, freeVariables, parseFeel } from './index';

const RUNS = process.env.COUNTERSIGN_DEEP === '1' ? 40_000 : 4_000;

const piece = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '.',
    '..',
    '"',
    '`',
    '//',
    '/*',
    '*/',
    '\n',
    '+',
    '-',
    '=',
    '==',
    '!=',
    '<',
    '>',
    '?',
  ],
  ...[
    'in',
    'if',
    'then',
    'else',
    'for',
    'return',
    'and',
    'or',
    'between',
    'not',
    'function',
    'external',
    'null',
    'item',
    '@',
    '\\',
  ],
);

/** Sources that are nearly right: bounded ones with words and signs put in, doubled or taken out. */
const damaged = fc
  .tuple(
    boundedSource,
    fc.array(fc.tuple(fc.nat(), piece, fc.constantFrom('insert', 'drop', 'cut')), { maxLength: 3 }),
  )
  .map(([source, edits]) =>
    edits.reduce((text, [place, what, how]) => {
      const at = text.length === 0 ? 0 : place % text.length;
      if (how === 'cut') return text.slice(0, at);
      return (
        text.slice(0, at) + (how === 'insert' ? ` ${what} ` : '') + text.slice(how === 'insert' ? at : at + 1)
      );
    }, source),
  );

describe('any text', () => {
  it(`is read, classified and compiled without an exception, over ${RUNS} damaged sources`, () => {
    let compiled = 0;
    fc.assert(
      fc.property(damaged, (source) => {
        const parsed = parseFeel(source);
        if (!parsed.ok) {
          expect(parsed.message).toMatch(/\.$/);
          expect(parsed.from).toBeLessThanOrEqual(parsed.to);
          expect(parsed.to).toBeLessThanOrEqual(source.length);
        }
        freeVariables(source);
        if (classify(source).kind === 'unbounded') return;
        compiled += 1;
        compileBounded(source).evaluate({
          variables: { amount: 1, items: [1, 2] },
          now: '2026-03-01T10:00:00Z',
        });
      }),
      { numRuns: RUNS },
    );
    expect(compiled).toBeGreaterThan(RUNS / 10);
  }, 1_800_000);
});
