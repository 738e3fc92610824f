// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.

/** @param {string} lines names divided by commas */
const names = (lines) => lines.split(',').map((name) => name.trim().replace(/\s+/g, ' '));

/** Functions of DMN whose time is linear in their arguments: their calls may run inside a transition. */
export const LINEAR_FUNCTIONS = new Set(
  names(`number, string, not, substring, string length, upper case, lower case, substring before, substring after,
    contains, starts with, ends with, string join, list contains, count, min, max, sum, mean, all, any, sublist, append,
    concatenate, insert before, remove, reverse, index of, flatten, product, decimal, floor, ceiling, abs, round up,
    round down, round half up, round half down, modulo, sqrt, log, exp, odd, even, is, day of year, day of week,
    month of year, week of year, get value, get entries, context put, context merge`),
);

/** Functions of DMN with regular expressions, sorting, comparison of all pairs, or functions as arguments. */
export const COSTLY_FUNCTIONS = new Set(
  names(`replace, matches, split, list replace, union, distinct values, median, stddev, mode, sort, context,
    before, after, meets, met by, overlaps, includes`),
);

/** Functions that read the clock of the evaluation. */
export const CLOCK_FUNCTIONS = new Set(['now', 'today']);

/** Functions that DMN writes like any other call, but the grammar knows by name. */
export const TEMPORAL_CONSTRUCTORS = new Set([
  'date',
  'time',
  'date and time',
  'duration',
  'years and months duration',
]);

/** Functions beyond DMN: Camunda's models use them, or they ask whether something is there. All linear. */
export const EXTRA_FUNCTIONS = new Set(['is defined', 'is empty', 'is blank', 'trim', 'get or else']);

const ALL = [LINEAR_FUNCTIONS, COSTLY_FUNCTIONS, CLOCK_FUNCTIONS, TEMPORAL_CONSTRUCTORS, EXTRA_FUNCTIONS];

/** Every function name, for completion and for telling a misspelt call. */
export const FUNCTION_NAMES = ALL.flatMap((group) => [...group]).sort();

/** @param {string} name whether a function of this name always exists */
export function isBuiltinName(name) {
  return ALL.some((group) => group.has(name));
}

/** @param {string} name whether calls of this function may run inside a transition */
export function isLinearFunction(name) {
  return isBuiltinName(name) && !COSTLY_FUNCTIONS.has(name);
}
