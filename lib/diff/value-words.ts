import { type DocElement, get, nameOf, type ProcessDocument } from '@/lib/document';
import { kindWords } from './kind-words';

const UNITS = [
  [/(\d+)Y/, 'year'],
  [/(\d+)M/, 'month'],
  [/(\d+)W/, 'week'],
  [/(\d+)D/, 'day'],
] as const;
const TIMES = [
  [/(\d+)H/, 'hour'],
  [/(\d+)M/, 'minute'],
  [/(\d+)S/, 'second'],
] as const;

/** An ISO 8601 duration in whole units as words: `PT4H` is “4 hours”. Null for anything else. */
function durationWords(text: string): string | null {
  const parts = /^P(?=\d|T\d)((?:\d+[YMWD])*)(?:T((?:\d+[HMS])+))?$/.exec(text);
  if (!parts) return null;
  const read = (part: string | undefined, units: readonly (readonly [RegExp, string])[]) =>
    units.flatMap(([pattern, word]) => {
      const found = pattern.exec(part ?? '')?.[1];
      return found ? [`${Number(found)} ${word}${Number(found) === 1 ? '' : 's'}`] : [];
    });
  return [...read(parts[1], UNITS), ...read(parts[2], TIMES)].join(' ');
}

/** A scalar as people read it. FEEL keeps its text without the `=` that only marks it. */
export function scalarText(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value).trim();
  if (text === 'true') return 'yes';
  if (text === 'false') return 'no';
  if (text.startsWith('=')) return quoted(text.slice(1).trim());
  return durationWords(text) ?? text;
}

/** FEEL that is nothing but a text reads as that text. */
const quoted = (feel: string): string => /^"([^"\\]*)"$/.exec(feel)?.[1] ?? feel;

/** An element as people name it when another refers to it. */
export function refText(document: ProcessDocument, id: string): string {
  const element = get(document, id);
  return element ? titleOf(document, element) : id;
}

/** An element's name; for one without, what stands for it. */
export function titleOf(document: ProcessDocument, element: DocElement): string {
  const name = nameOf(element).replace(/\s+/g, ' ').trim();
  if (name) return name;
  if (typeof element.attrs.text === 'string') return element.attrs.text.replace(/\s+/g, ' ').slice(0, 60);
  const [source, target] = [element.refs.sourceRef, element.refs.targetRef];
  if (typeof source === 'string' && typeof target === 'string')
    return `${endName(document, source)} → ${endName(document, target)}`;
  return unnamed(document, element);
}

/** The end of a flow: never another flow's ends, or names would go in circles. */
function endName(document: ProcessDocument, id: string): string {
  const end = get(document, id);
  return nameOf(end).replace(/\s+/g, ' ').trim() || (end ? unnamed(document, end) : id);
}

/** “Unnamed parallel gateway”: nobody knows an element by its id. */
const unnamed = (document: ProcessDocument, element: DocElement): string =>
  `Unnamed ${kindWords(document, element)}`;
