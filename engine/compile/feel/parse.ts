import { parseExpression, parseUnaryTests } from 'feelin';
import { EXTRA_FUNCTIONS } from './function-names.mjs';
import { FEEL_LIMITS } from './limits';
import { oversize } from './presize';
import { describeDoubledOperator, describeSyntaxError } from './syntax-message';
import type { Tree } from './tree';
import type { FeelOptions, FeelSyntaxError } from './types';

/** Backtick names, which Camunda's models use, are part of this dialect. */
export const FEEL_DIALECT = 'camunda';

/**
 * Reads FEEL (DMN 1.5, chapter 10). Never throws: what is not FEEL, too long or too deeply nested is a value with
 * a sentence for the author and the place in the text.
 */
export function parseFeel(
  source: string,
  options: FeelOptions = {},
): { readonly ok: true; readonly tree: Tree } | FeelSyntaxError {
  const whole = { ok: false, from: 0, to: source.length } as const;
  if (source.trim() === '') return { ...whole, message: 'The expression is empty.' };
  const excess = oversize(source);
  if (excess) return { ...whole, message: `The expression is too large: it has ${excess}.` };
  const known = Object.fromEntries(
    [...EXTRA_FUNCTIONS, ...(options.names ?? [])].map((name) => [name, null]),
  );
  const read = options.kind === 'unaryTests' ? parseUnaryTests : parseExpression;
  const tree = read(source, known, FEEL_DIALECT);
  return checkTree(source, tree) ?? { ok: true, tree };
}

function checkTree(source: string, tree: Tree): FeelSyntaxError | undefined {
  let nodes = 0;
  let depth = 0;
  let problem: FeelSyntaxError | undefined;
  tree.iterate({
    enter(node) {
      nodes += 1;
      depth += 1;
      if (problem) return false;
      if (node.type.isError) problem = describeSyntaxError(source, node.node);
      else if (node.name === 'Comparison') problem = describeDoubledOperator(source, node.node);
      if (problem) return false;
      if (nodes > FEEL_LIMITS.nodes) problem = tooLarge(node, `more than ${FEEL_LIMITS.nodes} parts`);
      else if (depth > FEEL_LIMITS.depth) {
        problem = tooLarge(node, `operators nested more than ${FEEL_LIMITS.depth} levels`);
      }
    },
    leave() {
      depth -= 1;
    },
  });
  return problem;
}

function tooLarge(at: { from: number; to: number }, what: string): FeelSyntaxError {
  return { ok: false, message: `The expression is too large: it has ${what}.`, from: at.from, to: at.to };
}
