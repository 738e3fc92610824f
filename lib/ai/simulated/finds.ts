import { DateTime } from 'luxon';
import type { Json } from '@/engine/core/json';

/** A value that stands in a text, and where. */
export interface Find {
  value: Json;
  start: number;
  end: number;
}

type Read = (match: RegExpExecArray) => Json | undefined;

function all(text: string, pattern: RegExp, read: Read): Find[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = read(match);
    const start = match.index;
    return value === undefined ? [] : [{ value, start, end: start + match[0].length }];
  });
}

/** `12.480,00`, `12,480.00`, `12480` and `12 480,5` as numbers; the last mark with one or two digits after it is the decimal one. */
export function numberOf(text: string): number {
  const compact = text.replace(/[\s'’]/g, '');
  const decimal = /[.,](?=\d{1,2}$)/.exec(compact);
  if (!decimal) return Number(compact.replace(/[.,]/g, ''));
  const whole = compact.slice(0, decimal.index).replace(/[.,]/g, '');
  return Number(`${whole}.${compact.slice(decimal.index + 1)}`);
}

const NUMBER = String.raw`\d{1,3}(?:[.,'’\s]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const CURRENCY = `EUR|USD|GBP|CHF|euros?|dollars?|[€$£]`;

/** Amounts of money: numbers beside a currency. */
export const moneyIn = (text: string): Find[] => [
  ...all(text, new RegExp(`(?<![\\d.,-])(${NUMBER})\\s?(?:${CURRENCY})`, 'gi'), ([, number = '']) =>
    numberOf(number),
  ),
  ...all(text, new RegExp(`(?:${CURRENCY})\\s?(${NUMBER})`, 'gi'), ([, number = '']) => numberOf(number)),
];

export const numbersIn = (text: string): Find[] =>
  all(text, new RegExp(`(?<![\\w.,-])(?:${NUMBER})(?![\\w-])`, 'g'), ([number]) => numberOf(number));

const CODES: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', euro: 'EUR', dollar: 'USD' };

export const currenciesIn = (text: string): Find[] =>
  all(text, new RegExp(`(?:${CURRENCY})`, 'gi'), ([word]) => {
    const plain = word.toLowerCase().replace(/s$/, '');
    return CODES[plain] ?? word.toUpperCase();
  });

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const GERMAN = 'januar februar märz april mai juni juli august september oktober november dezember'.split(
  ' ',
);

const iso = (year: string, month: number, day: string): string | undefined => {
  const date = DateTime.fromObject({ year: Number(year), month, day: Number(day) }, { zone: 'utc' });
  return date.isValid ? (date.toISODate() ?? undefined) : undefined;
};

const monthOf = (name: string): number => {
  const prefix = name.toLowerCase().slice(0, 3);
  const at = [MONTHS, GERMAN].map((months) => months.findIndex((month) => month.startsWith(prefix)));
  return Math.max(...at) + 1;
};

/** Days as ISO 8601 dates: `2026-12-04`, `04.12.2026`, `4/12/2026`, `6. November 2026`, `November 6, 2026`. */
export const datesIn = (text: string): Find[] =>
  [
    ...all(text, /\b(\d{4})-(\d{2})-(\d{2})\b/g, ([, year = '', month, day = '']) =>
      iso(year, Number(month), day),
    ),
    ...all(text, /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g, ([, day = '', month, year = '']) =>
      iso(year, Number(month), day),
    ),
    ...all(text, /\b(\d{1,2})\.?\s+(\p{L}{3,9})\s+(\d{4})\b/gu, ([, day = '', month = '', year = '']) =>
      iso(year, monthOf(month), day),
    ),
    ...all(text, /\b(\p{L}{3,9})\s+(\d{1,2}),?\s+(\d{4})\b/gu, ([, month = '', day = '', year = '']) =>
      iso(year, monthOf(month), day),
    ),
  ].sort((one, other) => one.start - other.start);

export const ibansIn = (text: string): Find[] =>
  all(text, /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b/g, ([iban]) => iban.trim());

export const emailsIn = (text: string): Find[] =>
  all(text, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ([mail]) => mail);

export const urlsIn = (text: string): Find[] => all(text, /https?:\/\/[^\s<>"')]+/g, ([url]) => url);

/** Codes such as `RE-20931` or `4500-77120`: letters, digits and dashes, with at least three digits, and no year. */
export const codesIn = (text: string): Find[] =>
  all(text, /(?<![\w-])(?:[A-Z]{1,6}[-/]?)?\d[\dA-Z]*(?:[-/][\dA-Z]+)*(?![\w])/g, ([code]) =>
    (code.match(/\d/g)?.length ?? 0) >= 3 && !/^(?:19|20)\d{2}(?:-\d{2}-\d{2})?$/.test(code)
      ? code
      : undefined,
  );

const COMPANY = String.raw`(?:GmbH(?: & Co\. KG)?|AG|KG|SE|Ltd\.?|Limited|Inc\.?|LLC|Corp\.?|S\.?A\.?R?\.?L?\.?|B\.?V\.?)`;

/** Names: capitalised words in a row, company forms included. */
export const namesIn = (text: string): Find[] => [
  ...all(text, new RegExp(`(?:\\p{Lu}[\\p{L}&.-]*\\s)+${COMPANY}(?![\\p{L}])`, 'gu'), ([name]) => name),
  ...all(text, /\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+/gu, ([name]) => name),
];
