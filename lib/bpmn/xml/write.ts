/** An element to be written, its names already prefixed. */
export interface XmlElement {
  name: string;
  attributes: [name: string, value: string][];
  children: (XmlElement | string)[];
}

/** Serialises with two-space indentation; an element that holds text is never given white space. */
export function writeXml(root: XmlElement): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, 0, true, out);
  return `${out.join('')}\n`;
}

function write(element: XmlElement, depth: number, indent: boolean, out: string[]): void {
  const { name, attributes, children } = element;
  out.push(`<${name}`, ...attributes.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`));
  if (children.length === 0) {
    out.push('/>');
    return;
  }
  out.push('>');
  const inner = indent && children.every((child) => typeof child !== 'string');
  for (const child of children) {
    if (inner) out.push('\n', '  '.repeat(depth + 1));
    if (typeof child === 'string') out.push(escapeText(child));
    else write(child, depth + 1, inner, out);
  }
  if (inner) out.push('\n', '  '.repeat(depth));
  out.push(`</${name}>`);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escaped = (match: string): string => ESCAPES[match] ?? match;

/** White space other than spaces is written as references, or reading would turn it into spaces. */
const escapeAttribute = (value: string): string => value.replace(/[&<>"\t\n\r]/g, escaped);

const escapeText = (value: string): string => value.replace(/[&<>\r]/g, escaped);
