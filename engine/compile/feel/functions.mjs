// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { dateAndTime, evaluate, FeelFunction, parseDate } from 'feelin';
import { LINEAR_FUNCTIONS } from './function-names.mjs';

/** Longest list a bounded function takes: feelin spreads lists into arguments, which a stack limits. */
const LIST_LENGTH = 50_000;
/** Longest text a bounded function gives. */
const TEXT_LENGTH = 1_048_576;
/** Text length × pattern length that a search may cost at worst. */
const SEARCH_WORK = 20_000_000;

/** A size cap was exceeded. */
export class FeelLimitError extends Error {}

const SEARCHES = new Set(['substring before', 'substring after', 'contains', 'starts with', 'ends with']);

/** @param {unknown} value */
const isAbsent = (value) => value === null || value === undefined;

/**
 * The functions named in EXTRA_FUNCTIONS.
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
    else if (guarded && LINEAR_FUNCTIONS.has(name)) found[name] = guard(name);
  }
  return found;
}

/** @param {string} now */
function instant(now) {
  return dateAndTime(utc(now));
}

/** @param {string} now */
function todayOf(now) {
  return parseDate(utc(now).slice(0, 10));
}

/** @param {string} now */
function utc(now) {
  const time = new Date(now);
  if (Number.isNaN(time.getTime())) throw new Error('the time of the evaluation is not an RFC 3339 time');
  return time.toISOString();
}

/** @type {Map<string, FeelFunction>} */
const guards = new Map();

/** @param {string} name */
function guard(name) {
  const known = guards.get(name);
  if (known) return known;
  const inner = /** @type {((...args: unknown[]) => unknown) & { $args: string[] }} */ (evaluate(name).value);
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
