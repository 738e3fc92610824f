import type { ProcessDocument } from '../document';
import { flowModel } from '../flow-model';
import { type Problem, uniqueProblems } from '../problem';
import type { Rule } from './rule';

/** Runs rules over a document. Pure and linear in its size; runs in a browser while somebody draws. */
export function lint(document: ProcessDocument, rules: readonly Rule[]): Problem[] {
  const context = { document, model: flowModel(document) };
  return uniqueProblems(rules.flatMap((each) => [...each.check(context)]));
}
