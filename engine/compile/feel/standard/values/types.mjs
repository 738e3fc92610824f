// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { BuiltinFunction } from './function.mjs';
import { entryOf, kindOf } from './kinds.mjs';
import { asDateTime } from './shift.mjs';

/**
 * A FEEL type (DMN 1.5, 10.3.2.9).
 * @typedef {{ kind: 'any' | 'null' | import('./kinds.mjs').Kind, of?: FeelType, entries?: Record<string, FeelType>,
 *   parameters?: FeelType[], result?: FeelType, allows?: (value: unknown) => boolean | null,
 *   base?: FeelType }} FeelType
 */

/** @type {FeelType} */
export const ANY = { kind: 'any' };

const SIMPLE = new Set([
  ...['number', 'string', 'boolean', 'date', 'time', 'date and time', 'days and time duration'],
  ...['years and months duration', 'context', 'list', 'range', 'function'],
]);
/** @type {Record<string, string>} */
const ALIASES = {
  Any: 'any',
  any: 'any',
  Null: 'null',
  dateTime: 'date and time',
  dayTimeDuration: 'days and time duration',
  yearMonthDuration: 'years and months duration',
};

/**
 * The built-in type of a name, with the names that older DMN models use.
 * @param {string} name
 * @returns {FeelType | undefined}
 */
export function simpleType(name) {
  const kind = ALIASES[name] ?? name;
  if (kind === 'any' || kind === 'null' || SIMPLE.has(kind)) return { kind: /** @type {any} */ (kind) };
  return undefined;
}

/**
 * Whether a value is of a type. Nothing (null) is of every type here, of none for `instance of`.
 * @param {any} value
 * @param {FeelType} type
 * @returns {boolean}
 */
export function conforms(value, type) {
  if (type.base)
    return (
      conforms(value, type.base) &&
      (type.allows === undefined || value === null || type.allows(value) === true)
    );
  if (type.allows && value !== null && type.allows(value) !== true) return false;
  if (type.kind === 'any' || value === null || value === undefined) return true;
  if (kindOf(value) !== type.kind) return false;
  if (type.kind === 'list' && type.of)
    return value.every((/** @type {any} */ item) => conforms(item, /** @type {FeelType} */ (type.of)));
  if (type.kind === 'range' && type.of) return conformsRange(value, type.of);
  if (type.kind === 'context' && type.entries) return conformsContext(value, type.entries);
  return type.kind === 'function' ? conformsFunction(value, type) : true;
}

/**
 * @param {import('./range.mjs').FeelRange} range
 * @param {FeelType} type
 */
function conformsRange({ start, end }, type) {
  return (
    [start, end].every((point) => conforms(point ?? null, type)) && (start !== undefined || end !== undefined)
  );
}

/**
 * @param {Record<string, unknown>} value
 * @param {Record<string, FeelType>} entries
 */
function conformsContext(value, entries) {
  return Object.entries(entries).every(([name, type]) => {
    const entry = entryOf(value, name);
    return entry !== undefined && conforms(entry, type);
  });
}

/**
 * @param {unknown} value
 * @param {FeelType} type
 */
function conformsFunction(value, { parameters, result }) {
  if (value instanceof BuiltinFunction || parameters === undefined) return true;
  const { parameters: own, result: gives } = /** @type {import('./function.mjs').FeelFunction} */ (value);
  if (own.length !== parameters.length) return false;
  const takes = parameters.every((parameter, index) => isSubtype(parameter, own[index]?.type ?? ANY));
  return takes && (gives === undefined || result === undefined || isSubtype(gives, result));
}

/**
 * @param {FeelType} type
 * @param {FeelType} wider
 * @returns {boolean}
 */
function isSubtype(type, wider) {
  if (wider.kind === 'any' || type.kind === 'null') return true;
  if (type.kind !== wider.kind) return false;
  if (wider.of) return isSubtype(type.of ?? ANY, wider.of);
  return Object.entries(wider.entries ?? {}).every(([name, entry]) =>
    isSubtype(type.entries?.[name] ?? ANY, entry),
  );
}

/**
 * A value as one of a type, with the implicit conversions of DMN 1.5, 10.3.2.9.4: a list of one item to that item,
 * a value to a list of it, a date to a date and time.
 * @param {any} value
 * @param {FeelType} type
 * @returns {{ ok: true, value: unknown } | { ok: false }}
 */
export function coerce(value, type) {
  if (conforms(value, type)) return { ok: true, value };
  const kind = type.base ? baseKind(type) : type.kind;
  if (kind === 'list' && kindOf(value) !== 'list' && conforms([value], type))
    return { ok: true, value: [value] };
  if (kindOf(value) === 'list' && kind !== 'list' && value.length === 1 && conforms(value[0], type)) {
    return { ok: true, value: value[0] };
  }
  if (kind === 'date and time' && kindOf(value) === 'date') return { ok: true, value: asDateTime(value) };
  return { ok: false };
}

/** @param {FeelType} type */
function baseKind(type) {
  let base = type;
  while (base.base) base = base.base;
  return base.kind;
}
