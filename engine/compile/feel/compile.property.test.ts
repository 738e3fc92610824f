import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedSource, variables } from './arbitrary';
import { classify, compileBounded, type FeelResult, type Json } from './index';
import { compileFeel } from './standard/index.mjs';
import { toJson } from './to-json.mjs';

const NOW = '2026-03-01T23:30:00.250Z';
const CONTEXTS_EACH = 4;
const CASES = process.env.COUNTERSIGN_DEEP === '1' ? 200_000 : 20_000;

/** The evaluator as anyone would call it: read afresh each time, without limits, names or memory of our own. */
function reference(source: string, values: Record<string, Json>): FeelResult | 'error' {
  const compiled = compileFeel(source);
  if ('error' in compiled) return 'error';
  try {
    return { ok: true, value: toJson(compiled.evaluate(values, { now: NOW })), missing: [] };
  } catch {
    return 'error';
  }
}

describe('bounded expressions', () => {
  it(`give what the evaluator gives, over ${CASES} random expressions and contexts`, () => {
    let values = 0;
    fc.assert(
      fc.property(
        boundedSource.filter((source) => classify(source).kind === 'bounded'),
        fc.array(variables, { minLength: CONTEXTS_EACH, maxLength: CONTEXTS_EACH }),
        (source, contexts) => {
          const compiled = compileBounded(source);
          for (const context of contexts) {
            const ours = compiled.evaluate({ variables: context, now: NOW });
            const theirs = reference(source, context);
            if (ours.ok && ours.value !== null) values += 1;
            if (theirs === 'error') expect(ours.ok, source).toBe(false);
            else expect(ours.ok ? ours.value : ours, source).toEqual(theirs.ok ? theirs.value : theirs);
          }
        },
      ),
      { numRuns: CASES / CONTEXTS_EACH },
    );
    // guards against a generator that only ever reaches null
    expect(values).toBeGreaterThan(CASES / 3);
  }, 1_800_000);
});
