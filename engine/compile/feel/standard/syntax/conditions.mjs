// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { ANY, conforms } from '../values/types.mjs';
import { compileType } from './type-names.mjs';

/** @type {Record<string, import('./compiler.mjs').Handler>} */
export const CONDITIONS = {
  IfExpression: (node, compiler) => {
    const [condition, then, otherwise] = compiler.parts(node).map((part) => compiler.compile(part));
    if (!condition || !then || !otherwise) throw new Error('“if” is incomplete');
    return (scope) => (condition(scope) === true ? then(scope) : otherwise(scope));
  },
  InstanceOfExpression: (node, compiler) => {
    const children = compiler.children(node);
    const [subject, type] = [children[0], children.find(({ name }) => name === 'Type')];
    if (!subject || !type) throw new Error('“instance of” is incomplete');
    const value = compiler.compile(subject);
    const wanted = compileType(type, compiler);
    return (scope) => isInstance(value(scope), wanted);
  },
};

/**
 * @param {unknown} value
 * @param {import('../values/types.mjs').FeelType | undefined} type
 * @returns {boolean | null} null when the type does not exist
 */
function isInstance(value, type) {
  if (type === undefined) return null;
  if (value === null) return type.kind === 'null';
  return type === ANY || conforms(value, type);
}
