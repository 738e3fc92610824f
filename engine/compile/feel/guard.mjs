// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.

/** Longest list a function of a bounded expression takes or gives. */
const LIST_LENGTH = 50_000;
/** Longest text it gives. */
const TEXT_LENGTH = 1_048_576;
/** Text length × pattern length that a search may cost at worst. */
const SEARCH_WORK = 20_000_000;
/** Items that one evaluation may visit. */
const STEPS = 1_000_000;

/** A size cap was exceeded. */
export class FeelLimitError extends Error {}

const SEARCHES = new Set(['substring before', 'substring after', 'contains', 'starts with', 'ends with']);

/**
 * What an evaluation inside a transition is told: it counts the work and refuses what grows beyond the caps.
 * @param {string} now RFC 3339
 * @returns {import('./standard/index.mjs').Run}
 */
export function guardedRun(now) {
  let left = STEPS;
  const spend = (/** @type {number} */ steps) => {
    left -= steps;
    if (left < 0) throw new FeelLimitError(`The expression visits more than ${STEPS} items.`);
  };
  return {
    now,
    spend,
    before(name, args) {
      for (const arg of args) {
        check(arg);
        if (Array.isArray(arg)) spend(arg.length);
      }
      if (SEARCHES.has(name) && sizeOf(args[0]) * sizeOf(args[1]) > SEARCH_WORK)
        throw new FeelLimitError(`${name}() has too much text to search.`);
    },
    check,
  };
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
