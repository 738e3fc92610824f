// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import DecimalJs from 'decimal.js';

/**
 * FEEL numbers are IEEE 754 decimal128 (DMN 1.5, 10.3.2.3.1): 34 digits, ties to even. A number is held as a plain
 * JavaScript number where that is exact, else as a Decimal; both may meet in one operation.
 */
const Decimal = DecimalJs.clone({
  precision: 34,
  rounding: 6,
  toExpNeg: -7000,
  toExpPos: 7000,
  maxE: 6144,
  minE: -6176,
});
/** For intermediate results of functions, rounded to 34 digits at the end. */
const Wide = DecimalJs.clone({ precision: 60, rounding: 6, toExpNeg: -7000, toExpPos: 7000 });

/** Its remainder has the sign of the divisor. */
const Floored = DecimalJs.clone({ precision: 34, modulo: 3, toExpNeg: -7000, toExpPos: 7000 });

/** @typedef {number | import('decimal.js').Decimal} FeelNumber */

/** @param {unknown} value */
export const isNumber = (value) => typeof value === 'number' || value instanceof Decimal;

/** @param {unknown} value whether it is a number without a fraction that JavaScript holds exactly */
export const isInteger = (value) => typeof value === 'number' && Number.isSafeInteger(value);

/**
 * The number in its one form: a safe integer as a JavaScript number, everything else as a Decimal.
 * @param {import('decimal.js').Decimal} decimal
 * @returns {FeelNumber | null} null when it is not finite
 */
function settle(decimal) {
  if (!decimal.isFinite()) return null;
  if (decimal.e < 16 && decimal.isInteger()) {
    const plain = decimal.toNumber();
    if (Number.isSafeInteger(plain)) return plain + 0;
  }
  return decimal;
}

/**
 * A number from its decimal text, like `-1.50` or `.5e3`.
 * @param {string} text
 * @returns {FeelNumber | null}
 */
export function parseNumber(text) {
  try {
    return settle(new Decimal(text).toSignificantDigits(34));
  } catch {
    return null;
  }
}

/**
 * @param {FeelNumber} a
 * @returns {FeelNumber}
 */
export const negate = (a) => (typeof a === 'number' ? 0 - a : a.neg());

/**
 * @param {FeelNumber} a
 * @param {FeelNumber} b
 * @returns {FeelNumber | null}
 */
export function add(a, b) {
  if (isInteger(a) && isInteger(b)) {
    const sum = /** @type {number} */ (a) + /** @type {number} */ (b);
    if (Number.isSafeInteger(sum)) return sum;
  }
  return settle(Decimal.add(a, b));
}

/**
 * @param {FeelNumber} a
 * @param {FeelNumber} b
 * @returns {FeelNumber | null}
 */
export function subtract(a, b) {
  return add(a, negate(b));
}

/**
 * @param {FeelNumber} a
 * @param {FeelNumber} b
 * @returns {FeelNumber | null}
 */
export function multiply(a, b) {
  if (isInteger(a) && isInteger(b)) {
    const product = /** @type {number} */ (a) * /** @type {number} */ (b);
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return settle(Decimal.mul(a, b));
}

/**
 * @param {FeelNumber} a
 * @param {FeelNumber} b
 * @returns {FeelNumber | null} null for a division by zero
 */
export function divide(a, b) {
  if (compare(b, 0) === 0) return null;
  return settle(Decimal.div(a, b));
}

/**
 * @param {FeelNumber} a
 * @param {FeelNumber} b
 * @returns {FeelNumber | null} null where the power is undefined or too large
 */
export function power(a, b) {
  if (compare(a, 0) === 0 && compare(b, 0) < 0) return null;
  return settle(Decimal.pow(a, b));
}

/**
 * @param {FeelNumber} a
 * @param {FeelNumber} b
 * @returns {number} negative, zero or positive
 */
export function compare(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return new Decimal(a).cmp(b);
}

/** The rounding functions of DMN 1.5, table 76, as rounding modes of the decimal library. */
export const ROUNDING = {
  up: 0,
  down: 1,
  ceiling: 2,
  floor: 3,
  'half up': 4,
  'half down': 5,
  'half even': 6,
};

/**
 * @param {FeelNumber} value
 * @param {number} scale digits after the point; negative for tens, hundreds…
 * @param {keyof typeof ROUNDING} mode
 * @returns {FeelNumber | null}
 */
export function round(value, scale, mode) {
  const decimal = new Decimal(value);
  if (scale >= 0) return settle(decimal.toDecimalPlaces(scale, /** @type {any} */ (ROUNDING[mode])));
  const unit = new Decimal(10).pow(-scale);
  return settle(
    decimal
      .div(unit)
      .toDecimalPlaces(0, /** @type {any} */ (ROUNDING[mode]))
      .mul(unit),
  );
}

/**
 * `sqrt`, `exp` and `ln` with 34 digits.
 * @param {'sqrt' | 'exp' | 'ln'} name
 * @param {FeelNumber} value
 * @returns {FeelNumber | null}
 */
export function transcendental(name, value) {
  if (name === 'exp' && compare(value, 14_200) > 0) return null;
  const wide = new Wide(String(value));
  return settle(new Decimal(wide[name]().toSignificantDigits(34).toString()));
}

/**
 * `modulo`: the remainder has the sign of the divisor (DMN 1.5, table 76).
 * @param {FeelNumber} a
 * @param {FeelNumber} b
 * @returns {FeelNumber | null}
 */
export function modulo(a, b) {
  if (compare(b, 0) === 0) return null;
  return settle(new Decimal(new Floored(String(a)).mod(String(b)).toString()));
}

/**
 * @param {FeelNumber} value
 * @returns {string} plain decimal notation without an exponent
 */
export function numberText(value) {
  if (isInteger(value)) return String(value);
  return new Decimal(value).toFixed();
}

/**
 * The JavaScript number nearest to a FEEL number, for JSON.
 * @param {FeelNumber} value
 */
export const toPlainNumber = (value) => (typeof value === 'number' ? value : value.toNumber());

/**
 * A number as an integer that JavaScript can count with.
 * @param {unknown} value
 * @returns {number | undefined} undefined for a fraction and for what is too large
 */
export function toInteger(value) {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return undefined;
}
