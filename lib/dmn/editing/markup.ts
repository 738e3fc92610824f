import { decodeEntities } from '@/lib/bpmn/xml/entities';
import { type Span, spansNamed } from './spans';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string, what: RegExp): string => text.replace(what, (char) => ESCAPES[char] ?? char);

export const escapeText = (text: string): string => escaped(text, /[&<>]/g);
export const escapeAttribute = (text: string): string =>
  escaped(text, /[&<>"]/g).replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The value of an attribute without prefix in a start tag. */
export function attributeIn(tag: string, name: string): string | undefined {
  for (const [, found, double, single] of tag.matchAll(ATTRIBUTE))
    if (found === name) return decodeEntities(double ?? single ?? '', () => undefined);
  return undefined;
}

/** A start tag with an attribute set, or without it; every other character stays. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    const before = tag.slice(0, match.index);
    const written = value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
    return `${before}${written}${tag.slice(match.index + match[0].length)}`;
  }
  if (value === undefined) return tag;
  return tag.replace(/\s*\/?>$/, (end) => ` ${name}="${escapeAttribute(value)}"${end.trimStart()}`);
}

/** The start tag of an element. */
export const startTag = (source: string, span: Span): string => source.slice(span.start, span.openEnd);

/** An element with other attributes and other content; `content` undefined keeps what it holds. */
export function rewritten(
  source: string,
  span: Span,
  attributes: Readonly<Record<string, string | undefined>>,
  content?: string,
): string {
  let tag = startTag(source, span);
  for (const [name, value] of Object.entries(attributes)) tag = withAttribute(tag, name, value);
  const inner = content ?? source.slice(span.openEnd, span.closeStart);
  if (inner === '' && span.openEnd === span.end) return tag;
  const opened = tag.replace(/\s*\/>$/, '>');
  const name = span.prefix === '' ? span.local : `${span.prefix}:${span.local}`;
  return `${opened}${inner}</${name}>`;
}

/** The content of an element of the form `<entry><text>…</text></entry>` with another text. */
export function contentWithText(source: string, span: Span, prefix: string, text: string): string {
  const [holder] = spansNamed(span, 'text');
  const written = texted(prefix, text);
  if (!holder) return written + source.slice(span.openEnd, span.closeStart);
  return source.slice(span.openEnd, holder.start) + written + source.slice(holder.end, span.closeStart);
}

/** Such an element with another text; everything beside the text stays. */
export const withText = (source: string, span: Span, prefix: string, text: string): string =>
  rewritten(source, span, {}, contentWithText(source, span, prefix, text));

export const texted = (prefix: string, text: string): string =>
  `<${prefix}text>${escapeText(text)}</${prefix}text>`;
