import { describe, expect, it } from 'vitest';
import type { ProcessDocument } from '../document';
import { lint } from '../lint/lint';
import type { Rule } from '../lint/rule';

interface Tables {
  /** What must pass, by what it shows. */
  valid: Record<string, ProcessDocument>;
  /** What must be reported: document, the elements blamed, and words of the message. */
  invalid: Record<string, [document: ProcessDocument, elements: string[], message: RegExp]>;
}

/** Every document that was given to {@link verifyRule}, by rule and what it shows, for tests of all rules together. */
export const fixtures: [name: string, document: ProcessDocument][] = [];

/** Runs one rule over a table of documents. */
export function verifyRule(rule: Rule, { valid, invalid }: Tables): void {
  for (const [name, document] of Object.entries(valid)) fixtures.push([`${rule.code}: ${name}`, document]);
  for (const [name, [document]] of Object.entries(invalid))
    fixtures.push([`${rule.code}: ${name}`, document]);
  describe(`rule ${rule.code}`, () => {
    it.each(Object.entries(valid))('accepts %s', (_name, document) => {
      expect(lint(document, [rule])).toEqual([]);
    });
    it.each(Object.entries(invalid))('reports %s', (_name, [document, elements, message]) => {
      const problems = lint(document, [rule]);
      expect(problems.map((problem) => problem.elementId)).toEqual(elements);
      for (const problem of problems) {
        expect(problem.code).toBe(rule.code);
        expect(problem.message).toMatch(message);
      }
    });
  });
}
