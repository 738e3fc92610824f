import fc from 'fast-check';
import { dateAndTime, evaluate, FeelFunction } from 'feelin';
import { describe, expect, it } from 'vitest';
import { boundedSource, variables } from './arbitrary';
import { classify, compileBounded, type FeelResult, type Json } from './index';
import { toJson } from './to-json.mjs';

const NOW = '2026-03-01T23:30:00.250Z';
const CONTEXTS_EACH = 4;
const CASES = process.env.COUNTERSIGN_DEEP === '1' ? 200_000 : 20_000;

/** feelin as anyone would call it: the whole source, the variables as its context, nothing of ours but the clock. */
function reference(source: string, values: Record<string, Json>): FeelResult | 'error' {
  const absent = (value: unknown) => value === null || value === undefined;
  const context = {
    now: new FeelFunction(() => dateAndTime(NOW), []),
    today: new FeelFunction(() => evaluate(`date("${NOW.slice(0, 10)}")`).value, []),
    trim: new FeelFunction((text) => (typeof text === 'string' ? text.trim() : null), ['text']),
    'is defined': new FeelFunction((value) => !absent(value), ['value']),
    'is empty': new FeelFunction(
      (value) =>
        absent(value) || value === '' || (typeof value === 'object' && Object.keys(value).length === 0),
      ['value'],
    ),
    'is blank': new FeelFunction(
      (value) => absent(value) || (typeof value === 'string' && value.trim() === ''),
      ['value'],
    ),
    ...values,
  };
  try {
    return { ok: true, value: toJson(evaluate(source, context, 'camunda').value), missing: [] };
  } catch {
    return 'error';
  }
}

describe('bounded expressions', () => {
  it(`give what feelin gives, over ${CASES} random expressions and contexts`, () => {
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
