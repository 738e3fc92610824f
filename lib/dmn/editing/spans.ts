/** An element of an XML text by its place, so that the rest of the text can stay as it is. Offsets are UTF-16. */
export interface Span {
  readonly prefix: string;
  readonly local: string;
  /** Of the `<` of its start tag. */
  readonly start: number;
  /** Behind its start tag; the end of the element when it is empty (`<a/>`). */
  readonly openEnd: number;
  /** Of the `<` of its end tag; equal to `end` when it is empty. */
  closeStart: number;
  /** Behind the element. */
  end: number;
  readonly children: Span[];
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)(?:([^\s:>/"'<]+):)?([^\s:>/"'<]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/** The outermost element of a text that `readXml` has read: what is not well-formed is refused there. */
export function spansOf(source: string): Span | undefined {
  const open: Span[] = [];
  let root: Span | undefined;
  for (const match of source.matchAll(MARKUP)) {
    const [text, closing, prefix = '', local, rest = ''] = match;
    if (local === undefined) continue;
    const end = match.index + text.length;
    if (closing === '/') {
      const span = open.pop();
      if (span) Object.assign(span, { closeStart: match.index, end });
      continue;
    }
    const span: Span = {
      ...{ prefix, local, start: match.index },
      ...{ openEnd: end, closeStart: end, end, children: [] },
    };
    open.at(-1)?.children.push(span);
    root ??= span;
    if (!rest.endsWith('/')) open.push(span);
  }
  return root;
}

/** The children of a local name. */
export const spansNamed = (span: Span | undefined, local: string): Span[] =>
  span?.children.filter((child) => child.local === local) ?? [];

/** An element anywhere below, in the order of the text. */
export function findSpan(span: Span, fits: (span: Span) => boolean): Span | undefined {
  if (fits(span)) return span;
  for (const child of span.children) {
    const found = findSpan(child, fits);
    if (found) return found;
  }
  return undefined;
}

export const textOfSpan = (source: string, { start, end }: Span): string => source.slice(start, end);
