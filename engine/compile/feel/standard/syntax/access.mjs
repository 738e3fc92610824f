// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { builtin } from '../builtins/index.mjs';
import { entryOf, isContext, kindOf } from '../values/kinds.mjs';
import { isNumber, toInteger } from '../values/numbers.mjs';
import { propertyOf } from '../values/properties.mjs';

/** @typedef {import('./compiler.mjs').Handler} Handler */

/** @type {Record<string, Handler>} */
export const ACCESS = {
  VariableName: compileVariable,
  '?': (node) => (scope) => {
    const value = scope.find('?');
    if (value === undefined) scope.run.report?.('variable', node.from, node.to);
    return value ?? null;
  },
  PathExpression: compilePath,
  FilterExpression: compileFilter,
  ParenthesizedExpression: (node, compiler) => compileOnly(node, compiler),
  Expression: (node, compiler) => compileOnly(node, compiler),
};

/** @type {Handler} */
function compileOnly(node, compiler) {
  const [only] = compiler.parts(node);
  if (!only) throw new Error('nothing to evaluate');
  return compiler.compile(only);
}

/** @type {Handler} */
function compileVariable(node, compiler) {
  const name = compiler.name(node);
  const fallback = builtin(name);
  return (scope) => {
    const value = scope.find(name);
    if (value !== undefined) return value;
    if (fallback) return fallback;
    scope.run.report?.('variable', node.from, node.to);
    return null;
  };
}

/** @type {Handler} */
function compilePath(node, compiler) {
  const [target, , path] = compiler.children(node);
  if (!target || !path) throw new Error('a path is incomplete');
  const read = compiler.compile(target);
  const name = compiler.name(path);
  return (scope) => {
    const value = read(scope);
    const found = Array.isArray(value) ? project(value, name, scope) : step(value, name);
    if (found === undefined) scope.run.report?.('entry', path.from, path.to);
    return found ?? null;
  };
}

/**
 * @param {readonly unknown[]} list
 * @param {string} name
 * @param {import('./scope.mjs').Scope} scope
 */
function project(list, name, scope) {
  scope.run.spend?.(list.length);
  return list.map((item) => step(item, name) ?? null);
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown} undefined when there is no such entry
 */
function step(value, name) {
  return isContext(value) ? entryOf(value, name) : propertyOf(value, name);
}

/** @type {Handler} */
function compileFilter(node, compiler) {
  const [target, , condition] = compiler.children(node);
  if (!target || !condition) throw new Error('a filter is incomplete');
  const read = compiler.compile(target);
  const test = compiler.compile(condition);
  return (scope) => {
    const list = asList(read(scope));
    if (list === null) return null;
    if (condition.name === 'NumericLiteral') return itemAt(list, test(scope));
    return list.length === 0 ? emptyResult(test, scope) : filter(list, test, scope);
  };
}

/** @param {unknown} value */
const asList = (value) => (Array.isArray(value) || value === null ? value : [value]);

/**
 * Without items the condition still tells whether a position or a filter is meant.
 * @param {import('./compiler.mjs').Code} test
 * @param {import('./scope.mjs').Scope} scope
 */
function emptyResult(test, scope) {
  return isNumber(test(scope.inner({ item: null }))) ? null : [];
}

/**
 * @param {readonly unknown[]} list
 * @param {import('./compiler.mjs').Code} test
 * @param {import('./scope.mjs').Scope} scope
 */
function filter(list, test, scope) {
  const kept = [];
  let seen = /** @type {unknown} */ (undefined);
  for (const item of list) {
    scope.run.spend?.(1);
    const outcome = test(itemScope(item, scope));
    seen ??= outcome;
    if (outcome === true) kept.push(item);
    else if (isNumber(outcome)) return itemAt(list, outcome);
  }
  if (seen !== null && seen !== undefined && kindOf(seen) !== 'boolean') return null;
  return kept;
}

/**
 * The names a filter's condition sees: the item's own entries before `item` before everything outside.
 * @param {unknown} item
 * @param {import('./scope.mjs').Scope} scope
 */
export function itemScope(item, scope) {
  const named = scope.inner({ item });
  return isContext(item) ? named.inner(/** @type {Record<string, unknown>} */ (item)) : named;
}

/**
 * @param {readonly unknown[]} list
 * @param {unknown} position from 1, or from -1 backwards
 */
function itemAt(list, position) {
  const index = toInteger(position);
  if (index === undefined || index === 0) return null;
  return list[index > 0 ? index - 1 : list.length + index] ?? null;
}
