// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { unquote } from '../syntax/unquote.mjs';
import { order } from '../values/compare.mjs';
import { kindOf } from '../values/kinds.mjs';
import { makeRange } from '../values/make-range.mjs';
import { parseNumber } from '../values/numbers.mjs';
import {
  parseDate,
  parseDateTime,
  parseDuration,
  parseTemporal,
  parseTime,
} from '../values/parse-temporal.mjs';
import { FeelRange } from '../values/range.mjs';
import { define } from './define.mjs';

/** Ends that have no order, which makes the relation null. */
class Incomparable extends Error {}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function compared(a, b) {
  const found = order(a, b);
  if (found === null) throw new Incomparable();
  return found;
}

/** A point is the range of itself. @param {unknown} value */
const asRange = (value) => (value instanceof FeelRange ? value : new FeelRange(true, value, value, true));

/**
 * @typedef {(a: FeelRange, b: FeelRange) => boolean} Relation
 * @type {Record<string, Relation>}
 */
const RELATIONS = {
  before: (a, b) => {
    const ends = compared(a.end, b.start);
    return ends < 0 || (ends === 0 && !(a.endIncluded && b.startIncluded));
  },
  meets: (a, b) => a.endIncluded && b.startIncluded && compared(a.end, b.start) === 0,
  overlaps: (a, b) => reaches(a, b) && reaches(b, a),
  'overlaps before': (a, b) => startsFirst(a, b) && reaches(a, b) && endsWithin(a, b),
  finishes: (a, b) => compared(a.end, b.end) === 0 && a.endIncluded === b.endIncluded && startsWithin(a, b),
  includes: (a, b) => startsWithin(b, a) && endsWithin(b, a),
  starts: (a, b) =>
    compared(a.start, b.start) === 0 && a.startIncluded === b.startIncluded && endsWithin(a, b),
  coincides: (a, b) => {
    const same = compared(a.start, b.start) === 0 && compared(a.end, b.end) === 0;
    return same && a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded;
  },
};

/** @type {Relation} the end of a lies in or after the start of b */
const reaches = (a, b) => {
  const ends = compared(a.end, b.start);
  return ends > 0 || (ends === 0 && a.endIncluded && b.startIncluded);
};
/** @type {Relation} */
const startsFirst = (a, b) => {
  const starts = compared(a.start, b.start);
  return starts < 0 || (starts === 0 && a.startIncluded && !b.startIncluded);
};
/** @type {Relation} */
const startsWithin = (a, b) => !startsFirst(a, b);
/** @type {Relation} */
const endsWithin = (a, b) => {
  const ends = compared(a.end, b.end);
  return ends < 0 || (ends === 0 && (!a.endIncluded || b.endIncluded));
};

/**
 * @param {Relation} relation
 * @param {unknown} a
 * @param {unknown} b
 */
function related(relation, a, b) {
  try {
    return relation(asRange(a), asRange(b));
  } catch (error) {
    if (error instanceof Incomparable) return null;
    throw error;
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} signatures
 * @param {Relation | undefined} relation
 * @param {boolean} [reversed]
 */
function relate(name, signatures, relation, reversed = false) {
  const call = (/** @type {unknown} */ _, /** @type {unknown} */ a, /** @type {unknown} */ b) =>
    relation ? (reversed ? related(relation, b, a) : related(relation, a, b)) : null;
  return define(name, ...signatures.map((signature) => /** @type {const} */ ([signature, call])));
}

const POINTS = 'point1: value, point2: value';
const RANGES = 'range1: range, range2: range';
const POINT_FIRST = 'point: value, range: range';
const RANGE_FIRST = 'range: range, point: value';
const ALL = [POINTS, POINT_FIRST, RANGE_FIRST, RANGES];

/** DMN 1.5, table 80, and `range`. */
export const RANGE_FUNCTIONS = [
  relate('before', ALL, RELATIONS.before),
  relate('after', ALL, RELATIONS.before, true),
  relate('meets', [RANGES], RELATIONS.meets),
  relate('met by', [RANGES], RELATIONS.meets, true),
  relate('overlaps', [RANGES], RELATIONS.overlaps),
  relate('overlaps before', [RANGES], RELATIONS['overlaps before']),
  relate('overlaps after', [RANGES], RELATIONS['overlaps before'], true),
  relate('finishes', [POINT_FIRST, RANGES], RELATIONS.finishes),
  relate('finished by', [RANGE_FIRST, RANGES], RELATIONS.finishes, true),
  relate('includes', [RANGE_FIRST, RANGES], RELATIONS.includes),
  relate('during', [POINT_FIRST, RANGES], RELATIONS.includes, true),
  relate('starts', [POINT_FIRST, RANGES], RELATIONS.starts),
  relate('started by', [RANGE_FIRST, RANGES], RELATIONS.starts, true),
  relate('coincides', [POINTS, RANGES], RELATIONS.coincides),
  define('range', ['from: string', (_, text) => parseRange(text)]),
];

const RANGE = /^\s*([[(\]])(.+?)\.\.(?!\.)(.+)([\])[])\s*$/s;

/** @param {string} text a range of literals */
function parseRange(text) {
  const match = RANGE.exec(text);
  if (!match) return null;
  const [, open, low = '', high = '', close] = match;
  const [start, end] = [parseEnd(low.trim()), parseEnd(high.trim())];
  if (start === undefined || end === undefined || start === null || end === null) return null;
  return kindOf(start) === kindOf(end) ? makeRange(open === '[', start, end, close === ']') : null;
}

/** @type {Record<string, (text: string) => unknown>} */
const CONSTRUCTORS = {
  date: parseDate,
  'date and time': parseDateTime,
  time: parseTime,
  duration: parseDuration,
};

/**
 * @param {string} text
 * @returns {unknown} undefined when it is no literal
 */
function parseEnd(text) {
  if (/^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(text)) return parseNumber(text);
  const match = /^(@|date and time|date|time|duration)?\s*(\(?)\s*("(?:[^"\\]|\\.)*")\s*(\)?)$/s.exec(text);
  if (!match) return undefined;
  const [, name, open, quoted = '', close] = match;
  if (Boolean(open) !== Boolean(close) || Boolean(open) === (name === undefined || name === '@'))
    return undefined;
  const value = unquote(quoted);
  if (name === undefined) return value;
  return name === '@' ? parseTemporal(value) : CONSTRUCTORS[name]?.(value);
}
