import { codesIn, currenciesIn, datesIn, emailsIn, type Find, ibansIn, namesIn, urlsIn } from './finds';
import { bestFind, type Source, sentenceAt } from './source';
import { wordsOf } from './vocabulary';

type Finder = (text: string) => Find[];

/** What a field of text holds, by words of its name; the first row that matches decides. */
const KINDS: readonly { words: readonly string[]; find: Finder }[] = [
  { words: ['iban', 'account'], find: ibansIn },
  { words: ['currency'], find: currenciesIn },
  { words: ['email', 'mail'], find: emailsIn },
  { words: ['url', 'link', 'website'], find: urlsIn },
  { words: ['date', 'day', 'deadline'], find: datesIn },
  { words: ['number', 'no', 'nr', 'id', 'code', 'order', 'reference', 'key'], find: codesIn },
  {
    words: [
      'supplier',
      'vendor',
      'company',
      'customer',
      'client',
      'name',
      'person',
      'employee',
      'sender',
      'author',
    ],
    find: namesIn,
  },
];

const FORMATS: Record<string, Finder> = { date: datesIn, email: emailsIn, uri: urlsIn };
const ANSWERS = new Set(['reply', 'answer', 'response', 'letter', 'draft', 'message']);
const PROSE = new Set([
  'summary',
  'reason',
  'description',
  'text',
  'comment',
  'note',
  'explanation',
  'title',
  'subject',
]);

/** A text found for a field, or composed from one. */
export interface TextFind extends Find {
  value: string;
}

/** What the prompt gives for a field of text; undefined when it gives nothing. */
export function textFor(source: Source, name: string, format: string | undefined): TextFind | undefined {
  const words = wordsOf(name);
  const finder =
    (format && FORMATS[format]) ||
    KINDS.find((kind) => words.some((word) => kind.words.includes(word)))?.find;
  if (finder) return bestFind(source, name, finder(source.text)) as TextFind | undefined;
  if (words.some((word) => ANSWERS.has(word))) return reply(source);
  if (words.some((word) => PROSE.has(word))) return firstSentence(source);
  return labelled(source, name);
}

/** `Cost centre: 4120` and the like. */
function labelled(source: Source, name: string): TextFind | undefined {
  const label = wordsOf(name).join('[\\s_-]*');
  if (!label) return undefined;
  const match = new RegExp(`${label}\\s*(?:[:=]|is)\\s*["“]?([^\\n"”.;]{1,200})`, 'iu').exec(source.text);
  const value = match?.[1]?.trim();
  if (!match || !value) return undefined;
  const start = source.text.indexOf(value, match.index);
  return { value, start, end: start + value.length };
}

/** The beginning of the data as a sentence. */
export function firstSentence(source: Source): TextFind | undefined {
  const { start, end } = sentenceAt(source, source.data.start);
  const from = Math.max(start, source.data.start);
  const value = source.text.slice(from, end).trim();
  return value ? { value, start: from, end: from + value.length } : undefined;
}

/** A polite answer that takes up the first sentence of what was written. */
function reply(source: Source): TextFind | undefined {
  const about = firstSentence(source);
  if (!about) return undefined;
  const person = bestFind(source, 'customer', namesIn(source.text))?.value;
  const quoted = about.value.replace(/[.!?]$/, '');
  const value = `Dear ${typeof person === 'string' ? person : 'customer'},\n\nthank you for writing to us. You told us: “${quoted}”. We are sorry, and we are looking into it at once.\n\nKind regards`;
  return { ...about, value };
}
