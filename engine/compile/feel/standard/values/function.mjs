// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.

/**
 * A FEEL function value.
 * @typedef {{ name: string, type?: import('./types.mjs').FeelType }} Parameter
 */
export class FeelFunction {
  /**
   * @param {readonly Parameter[]} parameters
   * @param {(args: unknown[]) => unknown} call takes one argument for each parameter
   * @param {import('./types.mjs').FeelType} [result]
   */
  constructor(parameters, call, result) {
    this.parameters = parameters;
    this.call = call;
    this.result = result;
  }
}

/** A function of the language: chooses a signature by its arguments itself. */
export class BuiltinFunction {
  /**
   * @param {string} name
   * @param {(args: unknown[], run: import('../syntax/scope.mjs').Run) => unknown} positional
   * @param {(args: Map<string, unknown>, run: import('../syntax/scope.mjs').Run) => unknown} named
   */
  constructor(name, positional, named) {
    this.name = name;
    this.positional = positional;
    this.named = named;
  }
}

/** @param {unknown} value */
export const isFunction = (value) => value instanceof FeelFunction || value instanceof BuiltinFunction;
