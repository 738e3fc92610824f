// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { arithmetic, negateValue } from '../values/arithmetic.mjs';
import { equal, order } from '../values/compare.mjs';

/**
 * @typedef {import('./compiler.mjs').Handler} Handler
 * @typedef {(a: unknown, b: unknown) => unknown} Binary
 */

/** @type {(test: (compared: number) => boolean) => Binary} */
const ordering = (test) => (a, b) => {
  const compared = order(a, b);
  return compared === null ? null : test(compared);
};

/** @type {Record<string, Binary>} */
export const COMPARISONS = {
  '=': equal,
  '!=': (a, b) => {
    const same = equal(a, b);
    return same === null ? null : !same;
  },
  '<': ordering((compared) => compared < 0),
  '<=': ordering((compared) => compared <= 0),
  '>': ordering((compared) => compared > 0),
  '>=': ordering((compared) => compared >= 0),
};

/** @type {Record<string, Handler>} */
export const OPERATORS = {
  ArithmeticExpression: compileArithmetic,
  Comparison: compileComparison,
  Conjunction: (node, compiler) => compileLogic(node, compiler, false),
  Disjunction: (node, compiler) => compileLogic(node, compiler, true),
};

/** @type {Handler} */
function compileArithmetic(node, compiler) {
  const children = compiler.children(node);
  const [left, sign, right] = children;
  if (children.length === 2 && sign) {
    const operand = compiler.compile(sign);
    return (scope) => negateValue(operand(scope));
  }
  if (!left || !sign || !right) throw new Error('an operation is incomplete');
  return binary(node, compiler.compile(left), compiler.compile(right), arithmetic(compiler.text(sign)));
}

/**
 * @param {import('./compiler.mjs').Node} node
 * @param {import('./compiler.mjs').Code} left
 * @param {import('./compiler.mjs').Code} right
 * @param {Binary} operation
 * @returns {import('./compiler.mjs').Code}
 */
function binary(node, left, right, operation) {
  return (scope) => {
    const value = operation(left(scope), right(scope));
    if (value === null) scope.run.report?.('operand', node.from, node.to);
    return value;
  };
}

/** @type {Handler} */
function compileComparison(node, compiler) {
  const [left, operator, ...rest] = compiler.children(node);
  if (!left || !operator || !rest[0]) throw new Error('a comparison is incomplete');
  const value = compiler.compile(left);
  if (operator.name === 'in') return compileIn(value, rest, compiler);
  if (operator.name === 'between') return compileBetween(value, rest, compiler);
  const operation = COMPARISONS[compiler.text(operator)];
  if (!operation) throw new Error(`“${compiler.text(operator)}” is not a comparison`);
  return binary(node, value, compiler.compile(rest[0]), operation);
}

/**
 * @param {import('./compiler.mjs').Code} value
 * @param {readonly import('./compiler.mjs').Node[]} rest
 * @param {import('./compiler.mjs').Compiler} compiler
 * @returns {import('./compiler.mjs').Code}
 */
function compileIn(value, rest, compiler) {
  const tests = rest.find(({ name }) => name === 'PositiveUnaryTests' || name === 'PositiveUnaryTest');
  if (!tests) throw new Error('a test is missing after “in”');
  const test = compiler.compile(tests);
  return (scope) => test(scope.inner({ '?': value(scope) }));
}

/**
 * @param {import('./compiler.mjs').Code} value
 * @param {readonly import('./compiler.mjs').Node[]} rest low, `and`, high
 * @param {import('./compiler.mjs').Compiler} compiler
 * @returns {import('./compiler.mjs').Code}
 */
function compileBetween(value, [low, , high], compiler) {
  if (!low || !high) throw new Error('“between” is incomplete');
  const [from, to] = [compiler.compile(low), compiler.compile(high)];
  return (scope) => {
    const subject = value(scope);
    const above = COMPARISONS['>=']?.(subject, from(scope));
    const below = COMPARISONS['<=']?.(subject, to(scope));
    return above === null || below === null ? null : above === true && below === true;
  };
}

/**
 * Three-valued logic (DMN 1.5, table 49): what is not a boolean counts as null.
 * @param {import('./compiler.mjs').Node} node
 * @param {import('./compiler.mjs').Compiler} compiler
 * @param {boolean} deciding the value of one operand that decides the whole
 * @returns {import('./compiler.mjs').Code}
 */
function compileLogic(node, compiler, deciding) {
  const [left, , right] = compiler.children(node);
  if (!left || !right) throw new Error('an operation is incomplete');
  const [first, second] = [compiler.compile(left), compiler.compile(right)];
  return (scope) => {
    const a = first(scope);
    if (a === deciding) return deciding;
    const b = second(scope);
    if (b === deciding) return deciding;
    return a === !deciding && b === !deciding ? !deciding : null;
  };
}
