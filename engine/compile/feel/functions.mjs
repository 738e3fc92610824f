// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { dateAndTime, evaluate, FeelFunction } from 'feelin';

/** Longest list a bounded function takes: feelin spreads lists into arguments, which a stack limits. */
const LIST_LENGTH = 50_000;
/** Longest text a bounded function gives. */
const TEXT_LENGTH = 1_048_576;
/** Text length × pattern length that a search may cost at worst. */
const SEARCH_WORK = 20_000_000;

/** A size cap was exceeded. */
export class FeelLimitError extends Error {}

/** Functions of DMN that run in time linear in their arguments. */
const LINEAR = [
  'number', 'string', 'not', 'substring', 'string length', 'upper case', 'lower case', 'substring before',
  'substring after', 'contains', 'starts with', 'ends with', 'string join', 'list contains', 'count', 'min',
  'max', 'sum', 'mean', 'all', 'any', 'sublist', 'append', 'concatenate', 'insert before', 'remove', 'reverse',
  'index of', 'flatten', 'product', 'decimal', 'floor', 'ceiling', 'abs', 'round up', 'round down',
  'round half up', 'round half down', 'modulo', 'sqrt', 'log', 'exp', 'odd', 'even', 'is', 'day of year',
  'day of week', 'month of year', 'week of year', 'get value', 'get entries', 'context put', 'context merge',
]; // biome-ignore format: a table reads better than sixty lines

const SEARCHES = new Set(['substring before', 'substring after', 'contains', 'starts with', 'ends with']);

/** @param {unknown} value */
const isAbsent = (value) => value === null || value === undefined;

/**
 * Functions beyond DMN that Camunda's models use, or that ask for absence. All linear.
 * @type {Record<string, FeelFunction>}
 */
const EXTRA = {
  'is defined': new FeelFunction((value) => !isAbsent(value), ['value']),
  'is empty': new FeelFunction(
    (value) =>
      isAbsent(value) || value === '' || (typeof value === 'object' && Object.keys(value).length === 0),
    ['value'],
  ),
  'is blank': new FeelFunction(
    (value) => isAbsent(value) || (typeof value === 'string' && value.trim() === ''),
    ['string'],
  ),
  trim: new FeelFunction((value) => (typeof value === 'string' ? value.trim() : null), ['string']),
  'get or else': new FeelFunction(
    (value, fallback) => (isAbsent(value) ? (fallback ?? null) : value),
    ['value', 'default'],
  ),
};

/** @type {Map<string, unknown>} */
const builtins = new Map();

/** @param {string} name @returns {unknown} the function feelin has under this name, or null */
function builtin(name) {
  if (!builtins.has(name)) builtins.set(name, evaluate(name, {}, 'camunda').value);
  return builtins.get(name);
}

const TEMPORAL_CONSTRUCTORS = ['date', 'time', 'date and time', 'duration'];
const NAME = /^[\p{L}_][\p{L}\p{N}_]*(?: [\p{L}\p{N}_]+)*$/u;

/** @param {string} name whether a function of this name always exists */
export function isBuiltinName(name) {
  if (Object.hasOwn(EXTRA, name) || TEMPORAL_CONSTRUCTORS.includes(name)) return true;
  return NAME.test(name) && name.length <= 30 && !RESERVED.has(name) && typeof builtin(name) === 'function';
}

const RESERVED = new Set([
  'for',
  'if',
  'some',
  'every',
  'function',
  'in',
  'return',
  'then',
  'else',
  'and',
  'or',
  'not',
]);

/** @param {string} name whether calls of this function may run inside a transition */
export function isLinearFunction(name) {
  return name === 'now' || name === 'today' || Object.hasOwn(EXTRA, name) || LINEAR.includes(name);
}

/**
 * The functions an expression calls, to be put beside its variables. `now` and `today` read the given clock, and a
 * guarded function refuses arguments and answers above the caps.
 * @param {readonly string[]} names
 * @param {{ now: string }} clock RFC 3339, read at each call
 * @param {boolean} guarded
 * @returns {Record<string, FeelFunction>}
 */
export function functionsFor(names, clock, guarded) {
  /** @type {Record<string, FeelFunction>} */
  const found = {};
  for (const name of names) {
    if (name === 'now') found[name] = new FeelFunction(() => instant(clock.now), []);
    else if (name === 'today') found[name] = new FeelFunction(() => todayOf(clock.now), []);
    else if (Object.hasOwn(EXTRA, name)) found[name] = EXTRA[name];
    else if (guarded && LINEAR.includes(name)) found[name] = guard(name);
  }
  return found;
}

/** @param {string} now */
function instant(now) {
  return dateAndTime(new Date(now).toISOString());
}

/** @param {string} now */
function todayOf(now) {
  return evaluate(`date("${new Date(now).toISOString().slice(0, 10)}")`).value;
}

/** @type {Map<string, FeelFunction>} */
const guards = new Map();

/** @param {string} name */
function guard(name) {
  const known = guards.get(name);
  if (known) return known;
  const inner = /** @type {((...args: unknown[]) => unknown) & { $args: string[] }} */ (builtin(name));
  const search = SEARCHES.has(name);
  const made = new FeelFunction((...args) => {
    for (const arg of args) check(arg);
    if (search && sizeOf(args[0]) * sizeOf(args[1]) > SEARCH_WORK)
      throw new FeelLimitError(`${name}() has too much text to search.`);
    const answer = inner(...args);
    check(answer);
    return answer;
  }, inner.$args);
  guards.set(name, made);
  return made;
}

/** @param {unknown} value */
function sizeOf(value) {
  return typeof value === 'string' ? value.length : 0;
}

/** @param {unknown} value */
function check(value) {
  if (typeof value === 'string' && value.length > TEXT_LENGTH) {
    throw new FeelLimitError(`A text is longer than ${TEXT_LENGTH} characters.`);
  }
  if (Array.isArray(value) && value.length > LIST_LENGTH) {
    throw new FeelLimitError(`A list has more than ${LIST_LENGTH} items.`);
  }
}
