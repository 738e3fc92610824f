// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import {
  emptyContext,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../../../engine/compile/feel/standard/index.mjs';

/** @typedef {import('./types.mjs').FeelType} FeelType */

/** @type {Record<string, (text: string) => unknown>} */
const TEMPORALS = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
};

/**
 * A process variable as a FEEL value: where the type says date, time or duration, an ISO 8601 text is one.
 * @param {unknown} value JSON
 * @param {FeelType | undefined} type
 * @returns {unknown} a text that is no such value stays a text, which then is not of the type
 */
export function fromJson(value, type) {
  if (value === undefined || value === null || !type) return value ?? null;
  if (type.base) return fromJson(value, type.base);
  if (typeof value === 'string') return TEMPORALS[type.kind]?.(value) ?? value;
  if (typeof value !== 'object') return value;
  if (type.kind === 'list' && Array.isArray(value)) return value.map((item) => fromJson(item, type.of));
  return type.entries && !Array.isArray(value) ? entriesFromJson(value, type.entries) : value;
}

/**
 * @param {object} value
 * @param {Record<string, FeelType>} types
 */
function entriesFromJson(value, types) {
  const context = emptyContext();
  for (const [key, entry] of Object.entries(value)) {
    context[key] = fromJson(entry, Object.hasOwn(types, key) ? types[key] : undefined);
  }
  return context;
}
