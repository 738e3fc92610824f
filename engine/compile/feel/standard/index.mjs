// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { parseExpression, parseUnaryTests } from 'feelin';
import { Compiler } from './syntax/compiler.mjs';
import { Scope } from './syntax/scope.mjs';

/**
 * FEEL as DMN 1.5 defines it (chapter 10), over the syntax tree of feelin's parser: exact decimals, the calendar, all
 * functions, ranges and types of the standard.
 *
 * @typedef {import('./syntax/scope.mjs').Run} Run
 * @typedef {import('./values/types.mjs').FeelType} FeelType
 * @typedef {object} CompileOptions
 * @property {'expression' | 'unaryTests'} [kind]
 * @property {Record<string, unknown>} [names] names that are known, with the names inside them; lets names with signs
 *   and words of the grammar be read as one
 * @property {(name: string) => FeelType | undefined} [types] types that `instance of` may name
 */

/** Backtick names, which Camunda's models use, are part of this dialect. */
const DIALECT = 'camunda';
/** Names of functions that hold a word of the grammar, which the parser must know to read them. */
const KNOWN = { 'get or else': null };
/** A type the parser does not know; a list of the same length stands for it. */
const RANGE_TYPE = /\brange(?=\s*<)/g;

/**
 * Compiles a source to closures; each call of the answer only runs them.
 * @param {string} source
 * @param {CompileOptions} [options]
 * @returns {{ evaluate: (names: Record<string, unknown>, run: Run) => unknown, code: (scope: Scope) => unknown }
 *   | { error: { from: number, to: number } }} `code` runs in a scope of the caller's
 */
export function compileFeel(source, { kind = 'expression', names = {}, types = () => undefined } = {}) {
  /** @type {Set<number>} */
  const rangeTypes = new Set();
  const readable = source.replace(RANGE_TYPE, (_, at) => {
    if (!/\b(?:of|<|:|,)\s*$/.test(source.slice(0, at)) && !/[<:,]\s*$/.test(source.slice(0, at)))
      return 'range';
    rangeTypes.add(at);
    return 'list ';
  });
  const parse = kind === 'unaryTests' ? parseUnaryTests : parseExpression;
  const tree = parse(readable, { ...KNOWN, ...names }, DIALECT);
  const error = firstError(tree);
  if (error) return { error };
  const code = new Compiler(source, types, rangeTypes).compile(tree.topNode);
  return { evaluate: (values, run) => code(new Scope(values, null, run)) ?? null, code };
}

/** @param {import('@lezer/common').Tree} tree */
function firstError(tree) {
  /** @type {{ from: number, to: number } | undefined} */
  let found;
  tree.iterate({
    enter({ type, from, to }) {
      if (type.isError) found ??= { from, to };
      return found === undefined;
    },
  });
  return found;
}

export { builtin } from './builtins/index.mjs';
export { itemScope } from './syntax/access.mjs';
export { callNamed, callPositional } from './syntax/call.mjs';
export { itemsOf } from './syntax/iterations.mjs';
export { Scope } from './syntax/scope.mjs';
export { equal, order } from './values/compare.mjs';
export { FeelFunction, isFunction } from './values/function.mjs';
export { emptyContext, entryOf, isContext, kindOf, normaliseName } from './values/kinds.mjs';
export { isIn } from './values/membership.mjs';
export { add, isNumber, parseNumber, toPlainNumber } from './values/numbers.mjs';
export { parseDate, parseDateTime, parseDuration, parseTime } from './values/parse-temporal.mjs';
export { FeelRange } from './values/range.mjs';
export {
  DayTimeDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  isTemporal,
  YearMonthDuration,
} from './values/temporal.mjs';
export { textOf } from './values/text.mjs';
export { coerce, conforms, simpleType } from './values/types.mjs';
