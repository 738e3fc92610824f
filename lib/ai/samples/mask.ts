import type { Json, JsonObject } from '@/engine/core/json';
import { looksSecret } from '@/lib/elements/secrets';

/** Longest text of a sample, in characters; documents are cut. */
const LONGEST_TEXT = 20_000;
/** Members whose whole value is hidden, by a word of their name. */
const HIDDEN_NAMES =
  /password|passwd|secret|token|api_?key|credential|iban|bic|card_?number|ssn|social_?security|tax_?id|passport/i;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g;
/** Nine digits and more, as telephone, card and account numbers are written; dates and amounts are shorter. */
const NUMBERS = /(?<![\w.])\+?\d(?:[ ()/-]?\d){8,}(?![\w.])/g;
/** A moment of RFC 3339 is no number of anybody. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S*)?$/;

const zeros = (text: string): string => text.replace(/\d/g, '0');

function maskText(text: string): string {
  if (looksSecret(text)) return '•••';
  if (MOMENT.test(text)) return text;
  const masked = text
    .replace(EMAIL, 'somebody@example.com')
    .replace(IBAN, (iban) => iban.slice(0, 2) + zeros(iban.slice(2)).replace(/[A-Z]/g, 'X'))
    .replace(NUMBERS, zeros);
  return masked.length > LONGEST_TEXT ? `${masked.slice(0, LONGEST_TEXT)}…` : masked;
}

/**
 * A value without what names or reaches a person by its form: e-mail addresses, telephone, account and card numbers,
 * credentials. The form stays, so that what reads it reads it as before. Names of people can't be told from other words
 * and stay.
 */
export function masked(value: JsonObject): JsonObject;
export function masked(value: Json): Json;
export function masked(value: Json): Json {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map((item) => masked(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      HIDDEN_NAMES.test(name) ? hidden(member) : masked(member),
    ]),
  );
}

const hidden = (value: Json): Json =>
  typeof value === 'string' ? '•••' : typeof value === 'number' ? 0 : value === null ? null : masked(value);
