// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { emptyContext } from '../values/kinds.mjs';
import { parseNumber } from '../values/numbers.mjs';
import { parseTemporal } from '../values/parse-temporal.mjs';
import { unquote } from './unquote.mjs';

/** @typedef {import('./compiler.mjs').Handler} Handler */

/** @param {unknown} value */
const constant = (value) => () => value;

/** @type {Record<string, Handler>} */
export const LITERALS = {
  NumericLiteral: (node, compiler) => constant(parseNumber(compiler.text(node).replace(/\s+/g, ''))),
  StringLiteral: (node, compiler) => constant(unquote(compiler.text(node))),
  BooleanLiteral: (node, compiler) => constant(compiler.text(node) === 'true'),
  null: () => constant(null),
  AtLiteral: (node, compiler) => {
    const text = compiler.children(node).at(-1);
    return constant(text ? parseTemporal(unquote(compiler.text(text))) : null);
  },
  List: (node, compiler) => {
    const items = compiler.parts(node).map((item) => compiler.compile(item));
    return (scope) => items.map((item) => item(scope));
  },
  Context: compileContext,
};

/** @type {Handler} */
function compileContext(node, compiler) {
  const entries = compiler
    .children(node)
    .filter((child) => child.name === 'ContextEntry')
    .map((entry) => compileEntry(entry, compiler));
  const distinct = new Set(entries.map(({ key }) => key)).size === entries.length;
  if (!distinct) {
    return (scope) => {
      scope.run.report?.('operand', node.from, node.to);
      return null;
    };
  }
  return (scope) => {
    const context = emptyContext();
    const inner = scope.inner(context);
    for (const { key, value } of entries) context[key] = value(inner);
    return context;
  };
}

/**
 * @param {import('./compiler.mjs').Node} entry
 * @param {import('./compiler.mjs').Compiler} compiler
 */
function compileEntry(entry, compiler) {
  const [key, value] = compiler.children(entry);
  if (!key || !value) throw new Error('an entry of a context is incomplete');
  const inside = key.firstChild;
  const text = inside?.name === 'StringLiteral' ? unquote(compiler.text(inside)) : compiler.name(key);
  return { key: text, value: compiler.compile(value) };
}
