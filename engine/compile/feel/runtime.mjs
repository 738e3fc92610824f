// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { isBuiltinName } from './function-names.mjs';
import { FeelLimitError, guardedRun } from './guard.mjs';
import { compileFeel } from './standard/index.mjs';
import { FeelTypeError, toJson } from './to-json.mjs';

/**
 * Builds the closures of an expression once; each call of the answer only runs them.
 *
 * @param {string} source a source that parses as an expression
 * @param {import('./analyse').Analysis} analysis of that source
 * @param {{ guarded: boolean, names?: readonly string[] }} options guarded: sizes and work are limited
 * @returns {(context: import('./types').FeelContext) => import('./types').FeelResult}
 * @throws {Error} when the source does not parse
 */
export function link(source, analysis, { guarded, names = [] }) {
  const compiled = compileFeel(source, { names: Object.fromEntries(names.map((name) => [name, null])) });
  if ('error' in compiled) throw new Error('the source is not FEEL');
  const shadowed = builtinsRead(analysis);
  const tested = new Set(analysis.tested);
  return ({ variables, now }) => {
    /** @type {string[]} */
    const missing = [];
    const run = guarded ? guardedRun(now) : { now };
    run.report = (type, from, to) => {
      const name =
        type === 'variable' ? nameAt(source, from, to) : type === 'entry' ? analysis.paths[from] : undefined;
      if (name !== undefined) note(name, tested, missing);
    };
    try {
      const scope =
        shadowed.length > 0 ? { ...absent(shadowed, variables, tested, missing), ...variables } : variables;
      return { ok: true, value: toJson(compiled.evaluate(scope, run)), missing };
    } catch (error) {
      return failure(error, missing);
    }
  };
}

/**
 * Variables that are called like functions: where they do not exist they are null, not the function.
 * @param {import('./analyse').Analysis} analysis
 */
function builtinsRead({ variables, ambiguous, calls }) {
  return [...variables, ...ambiguous].filter((name) => isBuiltinName(name) && !calls.includes(name));
}

/**
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, unknown>>} variables
 * @param {ReadonlySet<string>} tested
 * @param {string[]} missing
 */
function absent(names, variables, tested, missing) {
  const found = names.filter((name) => !Object.hasOwn(variables, name));
  for (const name of found) note(name, tested, missing);
  return Object.fromEntries(found.map((name) => [name, null]));
}

/**
 * @param {string} source
 * @param {number} from
 * @param {number} to
 */
const nameAt = (source, from, to) => source.slice(from, to).replaceAll('`', '').replace(/\s+/g, ' ');

/**
 * Remembers a name that does not exist, unless the expression itself asks whether it does.
 * @param {string} name
 * @param {ReadonlySet<string>} tested
 * @param {string[]} missing
 */
function note(name, tested, missing) {
  if (missing.includes(name) || tested.has(name) || tested.has(name.split('.')[0] ?? name)) return;
  if (missing.some((known) => name.startsWith(`${known}.`))) return;
  missing.push(name);
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
