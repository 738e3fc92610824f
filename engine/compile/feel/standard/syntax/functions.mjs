// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { builtin } from '../builtins/index.mjs';
import { BuiltinFunction, FeelFunction, isFunction } from '../values/function.mjs';
import { callNamed, callPositional } from './call.mjs';
import { compileType } from './type-names.mjs';

/**
 * @typedef {import('./compiler.mjs').Handler} Handler
 * @typedef {import('./compiler.mjs').Node} Node
 * @typedef {import('./compiler.mjs').Compiler} Compiler
 * @typedef {import('./scope.mjs').Scope} Scope
 */

/** @type {Record<string, Handler>} */
export const FUNCTIONS = {
  FunctionDefinition: compileDefinition,
  FunctionInvocation: compileInvocation,
  DateTimeLiteral: (node, compiler) => {
    const [maker, ...rest] = compiler.children(node);
    if (!maker) throw new Error('a literal is incomplete');
    return maker.name === 'AtLiteral'
      ? compiler.compile(maker)
      : compileCall(node, compiler.name(maker), () => undefined, rest, compiler);
  },
};

/** @type {Handler} */
function compileDefinition(node, compiler) {
  const children = compiler.children(node);
  if (children.some(({ name }) => name === 'external')) {
    return (scope) => {
      scope.run.report?.('call', node.from, node.to);
      return null;
    };
  }
  const list = children.find(({ name }) => name === 'FormalParameters');
  const parameters = (list ? compiler.children(list) : []).map((parameter) =>
    compileParameter(parameter, compiler),
  );
  const inside = children.find(({ name }) => name === 'FunctionBody')?.firstChild;
  if (!inside) throw new Error('a function has no body');
  const body = compiler.compile(inside);
  return (scope) =>
    new FeelFunction(parameters, (args) => {
      /** @type {Record<string, unknown>} */
      const names = Object.create(null);
      parameters.forEach(({ name }, index) => {
        names[name] = args[index];
      });
      scope.run.spend?.(1);
      return body(scope.inner(names));
    });
}

/**
 * @param {Node} node
 * @param {Compiler} compiler
 */
function compileParameter(node, compiler) {
  const [name, type] = compiler.children(node);
  if (!name) throw new Error('a parameter has no name');
  return { name: compiler.name(name), type: type && compileType(type, compiler) };
}

/** @type {Handler} */
function compileInvocation(node, compiler) {
  const [callee, ...rest] = compiler.children(node);
  if (!callee) throw new Error('a call is incomplete');
  if (callee.name === 'VariableName' || callee.name === 'SpecialFunctionName') {
    const name = compiler.name(callee);
    return compileCall(node, name, (scope) => scope.find(name), rest, compiler);
  }
  return compileCall(node, undefined, compiler.compile(callee), rest, compiler);
}

/**
 * @param {Node} node
 * @param {string | undefined} name
 * @param {(scope: Scope) => unknown} find a function of the author's, which goes before one of the language
 * @param {readonly Node[]} rest
 * @param {Compiler} compiler
 * @returns {import('./compiler.mjs').Code}
 */
function compileCall(node, name, find, rest, compiler) {
  const known = name === undefined ? undefined : builtin(name);
  const invoke = compileArguments(rest, compiler);
  return (scope) => {
    const own = find(scope);
    const target = isFunction(own) ? own : known;
    if (!target) {
      scope.run.report?.('call', node.from, node.to);
      return null;
    }
    const answer = invoke(/** @type {FeelFunction | BuiltinFunction} */ (target), scope);
    if (answer === null) scope.run.report?.('call', node.from, node.to);
    return answer;
  };
}

/**
 * @param {readonly Node[]} rest
 * @param {Compiler} compiler
 * @returns {(target: FeelFunction | BuiltinFunction, scope: Scope) => unknown}
 */
function compileArguments(rest, compiler) {
  const named = rest.find(({ name }) => name === 'NamedParameters');
  if (named) {
    const args = compiler.children(named).filter(({ name }) => name === 'NamedParameter');
    const pairs = args.map((argument) => compileNamed(argument, compiler));
    return (target, scope) =>
      callNamed(target, new Map(pairs.map(([name, value]) => [name, value(scope)])), scope.run);
  }
  const list = rest.find(({ name }) => name === 'PositionalParameters');
  const args = (list ? compiler.parts(list) : []).map((argument) => compiler.compile(argument));
  return (target, scope) =>
    callPositional(
      target,
      args.map((argument) => argument(scope)),
      scope.run,
    );
}

/**
 * @param {Node} node
 * @param {Compiler} compiler
 * @returns {[string, import('./compiler.mjs').Code]}
 */
function compileNamed(node, compiler) {
  const [name, value] = compiler.children(node);
  if (!name || !value) throw new Error('an argument is incomplete');
  return [compiler.name(name), compiler.compile(value)];
}
