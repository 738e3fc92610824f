import type { Find } from './finds';
import { labelsOf } from './vocabulary';

/** The prompt as the simulated model reads it: all of it, and the part that is data rather than instruction. */
export interface Source {
  text: string;
  /** Offsets of the longest paragraph that quotes no choices. */
  data: { start: number; end: number };
}

/** Reads a prompt. Paragraphs are separated by empty lines; one that quotes a choice is an instruction; a first line that ends in a colon is a heading. */
export function sourceOf(text: string, choices: readonly string[]): Source {
  const paragraphs = [...text.matchAll(/\S[\s\S]*?(?=\n\s*\n|$)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    text: match[0],
  }));
  const data = paragraphs
    .filter((paragraph) => !choices.some((choice) => paragraph.text.includes(`"${choice}"`)))
    .sort((one, other) => other.text.length - one.text.length)[0];
  if (!data) return { text, data: { start: 0, end: text.length } };
  const heading = /^[^\n]{1,80}:\s*\n/.exec(data.text)?.[0].length ?? 0;
  return { text, data: { start: data.start + heading, end: data.end } };
}

const REACH = 48;
/** More than one label close by: what a document says counts, the instruction only when it says nothing. */
const DATA_WEIGHT = 4;

/** How well a find fits a field: how close one of its labels stands before it, in data rather than in the instruction. */
function fitOf(source: Source, find: Find, labels: readonly string[]): number {
  const before = source.text.slice(Math.max(0, find.start - REACH), find.start).toLowerCase();
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const close = labels.map((label) => {
    const pattern = new RegExp(`(?<!\\p{L})${label.replace(/[^\p{L}\d ]/gu, '.')}(?!\\p{L})`, 'gu');
    const last = [...line.matchAll(pattern)].at(-1);
    return last ? 2 + (last.index + label.length) / line.length : 0;
  });
  const inData = find.start >= source.data.start && find.start < source.data.end;
  return close.reduce((sum, each) => sum + each, 0) + (inData ? DATA_WEIGHT : 0);
}

/** The find that fits a field best; the first of equals. */
export function bestFind(source: Source, name: string, finds: readonly Find[]): Find | undefined {
  const labels = labelsOf(name);
  let best: Find | undefined;
  let bestFit = -1;
  for (const find of finds) {
    const score = fitOf(source, find, labels);
    if (score > bestFit) [best, bestFit] = [find, score];
  }
  return best;
}

/** The sentence around an offset, without its line breaks at the ends. */
export function sentenceAt(source: Source, at: number): { start: number; end: number } {
  const before = source.text.slice(0, at);
  const start = Math.max(
    0,
    ...[...before.matchAll(/[.!?]\s+|\n/g)].map((match) => match.index + match[0].length),
  );
  const after = /[.!?](?=\s|$)|\n|$/.exec(source.text.slice(at));
  const end = at + (after ? after.index + (/[.!?]/.test(after[0]) ? 1 : 0) : source.text.length - at);
  return { start, end };
}
