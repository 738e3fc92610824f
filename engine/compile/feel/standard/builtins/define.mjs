// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { BuiltinFunction } from '../values/function.mjs';
import { kindOf } from '../values/kinds.mjs';
import { asDateTime } from '../values/shift.mjs';

/**
 * @typedef {import('../syntax/scope.mjs').Run} Run
 * @typedef {{ name: string, kinds: readonly string[], optional: boolean, rest: boolean }} Parameter
 * @typedef {{ parameters: readonly Parameter[], call: (run: Run, ...args: any[]) => unknown }} Signature
 */

/**
 * A function of the language from its signatures, each written as in the standard:
 * `string: string, start position: number, length?: number`. A kind is one of FEEL's, several are divided by `|`;
 * `any` includes null, `value` does not. `?` makes a parameter optional, a leading `...` takes all further arguments.
 * @param {string} name
 * @param {readonly (readonly [string, Signature['call']])[]} signatures the first that fits is taken
 */
export function define(name, ...signatures) {
  const all = signatures.map(([text, call]) => ({ parameters: parse(text), call }));
  return new BuiltinFunction(
    name,
    (args, run) => choose(name, all, run, (parameters) => arrange(parameters, args)),
    (args, run) => choose(name, all, run, (parameters) => arrangeNamed(parameters, args)),
  );
}

/**
 * @param {string} text
 * @returns {Parameter[]}
 */
function parse(text) {
  if (text === '') return [];
  return text.split(', ').map((part) => {
    const [name = '', kinds = 'any'] = part.split(': ');
    return {
      name: name.replace(/^\.\.\.|\?$/g, ''),
      kinds: kinds.split('|'),
      optional: name.endsWith('?'),
      rest: name.startsWith('...'),
    };
  });
}

/**
 * @param {string} name
 * @param {readonly Signature[]} signatures
 * @param {Run} run
 * @param {(parameters: readonly Parameter[]) => unknown[] | undefined} arranged
 */
function choose(name, signatures, run, arranged) {
  for (const { parameters, call } of signatures) {
    const args = arranged(parameters);
    if (!args) continue;
    run.before?.(name, args);
    const answer = call(run, ...args) ?? null;
    run.check?.(answer);
    return answer;
  }
  return null;
}

/**
 * @param {readonly Parameter[]} parameters
 * @param {readonly unknown[]} args
 * @returns {unknown[] | undefined} undefined when they do not fit
 */
function arrange(parameters, args) {
  const last = parameters.at(-1);
  if (last?.rest) {
    const fixed = parameters.length - 1;
    if (args.length <= fixed) return undefined;
    const before = arrange(parameters.slice(0, -1), args.slice(0, fixed));
    return before && [...before, args.slice(fixed)];
  }
  if (args.length > parameters.length) return undefined;
  const fitted = [];
  for (const [index, parameter] of parameters.entries()) {
    if (index >= args.length) {
      if (!parameter.optional) return undefined;
      fitted.push(undefined);
      continue;
    }
    const value = adapt(args[index], parameter);
    if (value === undefined) return undefined;
    fitted.push(value);
  }
  return fitted;
}

/**
 * @param {readonly Parameter[]} parameters
 * @param {Map<string, unknown>} args
 */
function arrangeNamed(parameters, args) {
  if ([...args.keys()].some((key) => !parameters.some(({ name }) => name === key))) return undefined;
  const fitted = [];
  for (const parameter of parameters) {
    if (!args.has(parameter.name)) {
      if (!parameter.optional) return undefined;
      fitted.push(undefined);
      continue;
    }
    const value = adapt(args.get(parameter.name), parameter);
    if (value === undefined) return undefined;
    fitted.push(parameter.rest ? [value] : value);
  }
  return fitted;
}

/**
 * An argument as the parameter wants it, with the conversions of DMN 1.5, 10.3.2.9.4.
 * @param {unknown} value
 * @param {Parameter} parameter
 * @returns {unknown} undefined when it does not fit
 */
function adapt(value, { kinds }) {
  if (kinds.includes('any')) return value ?? null;
  const kind = kindOf(value);
  if (kinds.includes(kind)) return value ?? null;
  if (kind === 'null') return undefined;
  if (kinds.includes('value')) return value;
  if (Array.isArray(value))
    return value.length === 1 && !kinds.includes('list')
      ? adapt(value[0], { ...NO_LISTS, kinds })
      : undefined;
  if (kinds.includes('list')) return [value];
  return kind === 'date' && kinds.includes('date and time')
    ? asDateTime(/** @type {any} */ (value))
    : undefined;
}

const NO_LISTS = { name: '', optional: false, rest: false };
