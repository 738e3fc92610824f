// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { ANY, simpleType } from '../values/types.mjs';

/**
 * @typedef {import('./compiler.mjs').Node} Node
 * @typedef {import('./compiler.mjs').Compiler} Compiler
 * @typedef {import('../values/types.mjs').FeelType} FeelType
 */

/**
 * The type a `Type` node names.
 * @param {Node} node
 * @param {Compiler} compiler
 * @returns {FeelType | undefined} undefined when there is no such type
 */
export function compileType(node, compiler) {
  const inside = compiler.children(node)[0];
  switch (inside?.name) {
    case 'ListType':
      return listType(inside, compiler);
    case 'ContextType':
      return contextType(inside, compiler);
    case 'FunctionType':
      return functionType(inside, compiler);
    default:
      return namedType(compiler.name(node), compiler);
  }
}

/**
 * @param {string} name
 * @param {Compiler} compiler
 */
function namedType(name, compiler) {
  const type = simpleType(name) ?? compiler.types(name);
  return type?.kind === 'any' && !type.base ? ANY : type;
}

/**
 * @param {Node} node
 * @param {Compiler} compiler
 * @returns {FeelType | undefined}
 */
function listType(node, compiler) {
  const type = compiler.children(node).find(({ name }) => name === 'Type');
  const of = type && compileType(type, compiler);
  const kind = compiler.rangeTypes.has(node.from) ? 'range' : 'list';
  return of && { kind, of };
}

/**
 * @param {Node} node
 * @param {Compiler} compiler
 * @returns {FeelType | undefined}
 */
function contextType(node, compiler) {
  const list = compiler.children(node).find(({ name }) => name === 'ContextEntryTypes');
  /** @type {Record<string, FeelType>} */
  const entries = {};
  for (const entry of list ? compiler.children(list) : []) {
    const [name, type] = compiler.children(entry);
    const of = type && compileType(type, compiler);
    if (!name || !of) return undefined;
    entries[compiler.name(name)] = of;
  }
  return { kind: 'context', entries };
}

/**
 * @param {Node} node
 * @param {Compiler} compiler
 * @returns {FeelType | undefined}
 */
function functionType(node, compiler) {
  const children = compiler.children(node);
  const list = children.find(({ name }) => name === 'ArgumentTypes');
  const parameters = [];
  for (const argument of list ? compiler.children(list) : []) {
    const type = argument.firstChild && compileType(argument.firstChild, compiler);
    if (!type) return undefined;
    parameters.push(type);
  }
  const gives = children.at(-1);
  const result = gives?.name === 'Type' ? compileType(gives, compiler) : undefined;
  return result && { kind: 'function', parameters, result };
}
