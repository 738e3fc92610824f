// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { evaluate } from 'feelin';
import { isBuiltinName } from './function-names.mjs';
import { FeelLimitError, functionsFor } from './functions.mjs';
import { FeelTypeError, toJson } from './to-json.mjs';

/**
 * The names a source sees. feelin copies plain objects when it reads its context but keeps instances of classes as
 * they are; that lets one linked expression read fresh variables at every call.
 */
class Names {}

/**
 * Builds the closures of an expression once; each call of the answer only runs them. feelin spends over 95 % of an
 * evaluation on reading the source, so this is what makes an evaluation cost microseconds, and every rule of FEEL
 * stays feelin's own.
 *
 * @param {string} source a source that parses as an expression
 * @param {import('./analyse').Analysis} analysis of that source
 * @param {{ guarded: boolean, names?: readonly string[] }} options guarded: functions check sizes
 * @returns {(context: import('./types').FeelContext) => import('./types').FeelResult}
 */
export function link(source, analysis, { guarded, names = [] }) {
  const clock = { now: '' };
  const scope = /** @type {Record<string, unknown>} */ (new Names());
  const reads = readable(analysis);
  for (const name of names) scope[name] = null;
  for (const { name } of reads) scope[name] = null;
  Object.assign(scope, functionsFor(analysis.calls, clock, guarded));
  // the line break ends a comment in the last line of the source
  const { value, warnings } = evaluate(`${PREFIX}${source}\n)`, scope, 'camunda');
  const run = /** @type {import('feelin').FeelFunction} */ (value).fn;
  const tested = new Set(analysis.tested);
  return ({ variables, now }) => {
    clock.now = now;
    warnings.length = 0;
    /** @type {string[]} */
    const missing = [];
    for (const { name, builtin } of reads) {
      const found = Object.hasOwn(variables, name) ? variables[name] : undefined;
      scope[name] = found === undefined && builtin ? null : found;
      if (found === undefined && builtin && !tested.has(name)) missing.push(name);
    }
    try {
      const json = toJson(run());
      if (warnings.length > 0) noteMissing(warnings, source, analysis.paths, tested, missing);
      return { ok: true, value: json, missing };
    } catch (error) {
      noteMissing(warnings, source, analysis.paths, tested, missing);
      return failure(error, missing);
    }
  };
}

const PREFIX = 'function() (';

/**
 * A name in the position of a function always means the function, so that a variable called `count` cannot break
 * `count(items)`.
 * @param {import('./analyse').Analysis} analysis
 */
function readable({ variables, ambiguous, calls }) {
  return [...variables, ...ambiguous]
    .filter((name) => !(calls.includes(name) && isBuiltinName(name)))
    .map((name) => ({ name, builtin: isBuiltinName(name) }));
}

/**
 * @param {readonly import('feelin').Warning[]} warnings
 * @param {string} source
 * @param {Readonly<Record<number, string>>} paths
 * @param {ReadonlySet<string>} tested
 * @param {string[]} missing
 */
function noteMissing(warnings, source, paths, tested, missing) {
  for (const { type, position } of warnings) {
    const from = position.from - PREFIX.length;
    let name;
    if (type === 'NO_VARIABLE_FOUND') {
      name = source
        .slice(from, position.to - PREFIX.length)
        .replaceAll('`', '')
        .replace(/\s+/g, ' ');
    } else if (type === 'NO_CONTEXT_ENTRY_FOUND' || type === 'NO_PROPERTY_FOUND') name = paths[from];
    if (name === undefined || missing.includes(name)) continue;
    if (tested.has(name) || tested.has(name.split('.')[0] ?? name)) continue;
    if (missing.some((known) => name.startsWith(`${known}.`))) continue;
    missing.push(name);
  }
}

/**
 * @param {unknown} error
 * @param {readonly string[]} missing
 * @returns {import('./types').FeelFailure}
 */
function failure(error, missing) {
  const variable = missing[0] === undefined ? {} : { variable: missing[0] };
  if (error instanceof FeelTypeError)
    return { ok: false, code: 'type', message: error.message, missing, ...variable };
  if (error instanceof FeelLimitError)
    return { ok: false, code: 'limit', message: error.message, missing, ...variable };
  if (error instanceof RangeError) {
    return {
      ok: false,
      code: 'limit',
      message: 'The data is too large or too deeply nested.',
      missing,
      ...variable,
    };
  }
  const reason = error instanceof Error ? error.message : 'unknown reason';
  return {
    ok: false,
    code: 'evaluation',
    message: `It could not be computed: ${reason}.`,
    missing,
    ...variable,
  };
}
