// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { makeRange } from '../values/make-range.mjs';
import { isIn } from '../values/membership.mjs';
import { FeelRange } from '../values/range.mjs';

/**
 * @typedef {import('./compiler.mjs').Handler} Handler
 * @typedef {import('./compiler.mjs').Node} Node
 * @typedef {import('./compiler.mjs').Compiler} Compiler
 * @typedef {import('./compiler.mjs').Code} Code
 */

/** @type {Record<string, Handler>} */
export const TESTS = {
  UnaryTests: compileUnaryTests,
  PositiveUnaryTests: compileAny,
  PositiveUnaryTest: compileTest,
  SimplePositiveUnaryTest: compileRange,
};

/** @type {Handler} */
function compileUnaryTests(node, compiler) {
  const children = compiler.children(node);
  if (children.some(({ name }) => name === 'Wildcard')) return () => true;
  const tests = children.find(({ name }) => name === 'PositiveUnaryTests');
  if (!tests) throw new Error('the test is empty');
  const test = compiler.compile(tests);
  if (!children.some(({ name }) => name === 'not')) return test;
  return (scope) => {
    const outcome = test(scope);
    return outcome === null ? null : !outcome;
  };
}

/** @type {Handler} */
function compileAny(node, compiler) {
  const tests = compiler.parts(node).map((test) => compiler.compile(test));
  return (scope) => {
    let outcome = /** @type {boolean | null} */ (false);
    for (const test of tests) {
      const value = test(scope);
      if (value === true) return true;
      if (value === null) outcome = null;
    }
    return outcome;
  };
}

/**
 * One test of an input value, `?`: a condition over `?` decides itself, any other value is what the input must equal
 * or be in (DMN 1.5, grammar rule 7).
 * @type {Handler}
 */
function compileTest(node, compiler) {
  const [inside] = compiler.parts(node);
  if (!inside) throw new Error('the test is empty');
  const code = compiler.compile(inside);
  if (readsInput(inside)) {
    return (scope) => {
      const outcome = code(scope);
      if (typeof outcome === 'boolean') return outcome;
      return outcome === null ? null : isIn(scope.find('?') ?? null, outcome);
    };
  }
  return (scope) => isIn(scope.find('?') ?? null, code(scope));
}

/** @param {Node} node */
function readsInput(node) {
  const cursor = node.cursor();
  do {
    if (cursor.from >= node.to && node.to > node.from) break;
    if (cursor.name === '?') return true;
  } while (cursor.next() && cursor.from < node.to);
  return false;
}

/** @type {Handler} */
function compileRange(node, compiler) {
  const [first, second] = compiler.children(node);
  if (first?.name === 'Interval') return compileInterval(first, compiler);
  if (!first || !second) throw new Error('a test is incomplete');
  const operator = compiler.text(first);
  const value = compiler.compile(second);
  return (scope) => comparisonRange(operator, value(scope));
}

/**
 * @param {string} operator
 * @param {unknown} value
 */
function comparisonRange(operator, value) {
  const [less, more, orEqual] = [operator.startsWith('<'), operator.startsWith('>'), operator.endsWith('=')];
  const included = orEqual && operator !== '!=';
  const start = less ? undefined : value;
  return new FeelRange(included && !less, start, more ? undefined : value, included && !more, operator);
}

/** @type {Handler} */
function compileInterval(node, compiler) {
  const children = compiler.children(node);
  const [open, close] = [children[0], children.at(-1)];
  const [low, high] = compiler.parts(node).map((end) => compiler.compile(end));
  if (!open || !close || !low || !high) throw new Error('a range is incomplete');
  const [startIncluded, endIncluded] = [compiler.text(open) === '[', compiler.text(close) === ']'];
  return (scope) => {
    const range = makeRange(startIncluded, low(scope), high(scope), endIncluded);
    if (range === null) scope.run.report?.('operand', node.from, node.to);
    return range;
  };
}
