// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { BuiltinFunction } from '../values/function.mjs';
import { coerce } from '../values/types.mjs';

/**
 * @typedef {import('../values/function.mjs').FeelFunction} FeelFunction
 * @typedef {import('./scope.mjs').Run} Run
 */

/**
 * Calls a function value with arguments in order; null when they do not fit its parameters.
 * @param {FeelFunction | BuiltinFunction} target
 * @param {unknown[]} args
 * @param {Run} run
 * @returns {unknown}
 */
export function callPositional(target, args, run) {
  if (target instanceof BuiltinFunction) return target.positional(args, run);
  return args.length === target.parameters.length ? callOwn(target, args) : null;
}

/**
 * @param {FeelFunction | BuiltinFunction} target
 * @param {Map<string, unknown>} args
 * @param {Run} run
 * @returns {unknown}
 */
export function callNamed(target, args, run) {
  if (target instanceof BuiltinFunction) return target.named(args, run);
  const { parameters } = target;
  if (args.size !== parameters.length || !parameters.every(({ name }) => args.has(name))) return null;
  return callOwn(
    target,
    parameters.map(({ name }) => args.get(name) ?? null),
  );
}

/**
 * @param {FeelFunction} target
 * @param {readonly unknown[]} args
 */
function callOwn(target, args) {
  const values = [];
  for (const [index, { type }] of target.parameters.entries()) {
    const coerced = type ? coerce(args[index] ?? null, type) : { ok: true, value: args[index] ?? null };
    if (!coerced.ok) return null;
    values.push(coerced.value);
  }
  const answer = target.call(values) ?? null;
  if (!target.result) return answer;
  const result = coerce(answer, target.result);
  return result.ok ? result.value : null;
}
