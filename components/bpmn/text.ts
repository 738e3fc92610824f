/**
 * Advance widths of Geist Medium for U+0020 to U+007E, in thousandths of the font size (from the font's `hmtx`
 * table). With them labels wrap the same on the server, in a worker and in the browser, and nothing has to be
 * measured in the page.
 */
const ASCII_WIDTHS = [
  243, 228, 361, 515, 643, 810, 649, 186, 290, 290, 427, 562, 213, 418, 213, 494, 673, 406, 630, 625, 629,
  641, 604, 531, 624, 606, 302, 302, 546, 544, 546, 570, 925, 689, 688, 713, 701, 609, 595, 713, 716, 280,
  607, 656, 583, 890, 745, 751, 657, 745, 680, 654, 568, 694, 688, 968, 633, 594, 561, 361, 470, 361, 438,
  558, 258, 565, 608, 563, 608, 576, 412, 607, 591, 256, 284, 609, 282, 885, 591, 588, 608, 608, 394, 537,
  410, 586, 560, 829, 607, 553, 552, 395, 274, 395, 523,
];

const OTHER_WIDTHS: Readonly<Record<string, number>> = {
  '€': 740,
  '–': 592,
  '—': 908,
  '“': 399,
  '”': 399,
  '’': 218,
  '…': 612,
  ß: 610,
  ø: 588,
  æ: 932,
  œ: 971,
  '≥': 548,
  '≤': 548,
  '×': 515,
  '·': 213,
  '→': 798,
};

/** Kerning and the labels' letter spacing make lines this much shorter than the sum of their advances. */
const TIGHTENING = 0.98;
const AVERAGE = 620;
/** Text in a narrow column may be this much wider in our font before a word is broken. */
const MOST_SLACK = 2;
const SLACK = 1.15;
const FULL_WIDTH = 1000;
const ELLIPSIS = '…';

function isFullWidth(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f000
  );
}

function charWidth(char: string): number {
  const other = OTHER_WIDTHS[char];
  if (other !== undefined) return other;
  // An accented letter is as wide as its base letter; the combining mark that follows has no width.
  const code = char.normalize('NFD').codePointAt(0) ?? 0;
  if (code >= 0x300 && code <= 0x36f) return 0;
  const ascii = ASCII_WIDTHS[code - 0x20];
  if (ascii !== undefined) return ascii;
  return isFullWidth(code) ? FULL_WIDTH : AVERAGE;
}

const measured = new Map<string, number>();
const CACHE_LIMIT = 5000;

/**
 * Width of one line of text in Geist Medium.
 * @param fontPx font size in pixels; the result is in the same pixels.
 */
export function textWidth(text: string, fontPx: number): number {
  let units = measured.get(text);
  if (units === undefined) {
    units = 0;
    for (const char of text) units += charWidth(char);
    if (measured.size >= CACHE_LIMIT) measured.clear();
    measured.set(text, units);
  }
  return (units * fontPx * TIGHTENING) / 1000;
}

/** The longest beginning of `word` that fits, at least one character. */
function headThatFits(word: string, width: number, fontPx: number): string {
  let head = '';
  for (const char of word) {
    if (head !== '' && textWidth(head + char, fontPx) > width) break;
    head += char;
  }
  return head;
}

function shorten(line: string, width: number, fontPx: number): string {
  const room = width - textWidth(ELLIPSIS, fontPx);
  if (textWidth(line, fontPx) <= room) return line + ELLIPSIS;
  return headThatFits(line, room, fontPx).trimEnd() + ELLIPSIS;
}

function wrapParagraph(paragraph: string, width: number, fontPx: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of paragraph.split(/[^\S\u00a0]+/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined, fontPx) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    while (textWidth(word, fontPx) > width) {
      const head = headThatFits(word, width, fontPx);
      if (head === word) break;
      lines.push(head);
      word = word.slice(head.length);
    }
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/**
 * Breaks a label at spaces (inside a word only when the word alone is too wide) and at its own line breaks.
 * Pure and deterministic: the same on server and client.
 * @param width room in pixels. @param fontPx font size in pixels.
 * @param lines most lines to return; when text is left over the last line ends in “…”. An empty label has none.
 */
export function wrapLabel(text: string, width: number, fontPx: number, lines: number): string[] {
  const all = text
    .trim()
    .split(/\r?\n/)
    .flatMap((paragraph) => wrapParagraph(paragraph.trim(), width, fontPx));
  if (all.length <= lines) return all;
  const kept = all.slice(0, lines);
  const last = kept[lines - 1];
  if (last !== undefined) kept[lines - 1] = shorten(last, width, fontPx);
  return kept;
}

/**
 * Like `wrapLabel`, but with lines of even length: the narrowest width that needs no more lines. “Confidence ≥ 0.90?”
 * breaks before the sign, not before the number.
 */
export function balanceLabel(text: string, width: number, fontPx: number, lines: number): string[] {
  const wrapped = wrapLabel(text, width, fontPx, lines);
  if (wrapped.length < 2 || wrapLabel(text, width, fontPx, lines + 1).length > lines) return wrapped;
  let best = wrapped;
  const longestWord = Math.max(
    ...text
      .trim()
      .split(/\s+/)
      .map((word) => textWidth(word, fontPx)),
  );
  for (let narrower = width - 4; narrower >= Math.max(longestWord, width / 3); narrower -= 4) {
    const attempt = wrapLabel(text, narrower, fontPx, lines + 1);
    if (attempt.length > wrapped.length) break;
    best = attempt;
  }
  return best;
}

/**
 * Breaks a label that a file gives bounds for. They come from tools with other fonts: lines may be somewhat longer, so
 * that there are no more of them and no word is broken; but text that doesn't fit is broken where the bounds have room
 * for another line, as it was there.
 * @param bounds in pixels. @param fontPx font size in pixels. @param lines most lines.
 */
export function linesWithin(
  text: string,
  bounds: { width: number; height: number },
  fontPx: number,
  lines: number,
): string[] {
  const words = text.split(/\s+/).map((word) => textWidth(word, fontPx));
  const longest = Math.min(Math.max(0, ...words), MOST_SLACK * bounds.width);
  const least = Math.max(48, longest);
  const loose = wrapLabel(text, Math.max(bounds.width * SLACK, least), fontPx, lines);
  const strict = wrapLabel(text, Math.max(bounds.width, least), fontPx, lines + 1);
  const room = Math.round(bounds.height / (fontPx * 1.05));
  if (strict.length === loose.length || strict.length > Math.min(room, lines)) return loose;
  return balanceLabel(text, Math.max(bounds.width, least), fontPx, lines);
}
