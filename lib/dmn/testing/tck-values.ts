import {
  emptyContext,
  textOf as feelText,
  isNumber,
  kindOf,
  order,
  parseDate,
  parseDateTime,
  parseDuration,
  parseNumber,
  parseTime,
  toPlainNumber,
} from '@/engine/compile/feel/standard/index.mjs';
import { elementsIn, textOnly, type XmlNode, XSI } from '@/lib/bpmn/xml/tree';

const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  string: (text) => text,
  boolean: (text) => text.trim() === 'true' || text.trim() === '1',
  date: (text) => parseDate(text.trim()),
  time: (text) => parseTime(text.trim()),
  dateTime: (text) => parseDateTime(text.trim()),
  duration: (text) => parseDuration(text.trim()),
};

/** The FEEL value that a node of a test file holds: `value`, `component`s or `list`. */
export function valueIn(node: XmlNode): unknown {
  const children = elementsIn(node).filter(({ name }) => name.local !== 'extensionElements');
  const first = children[0];
  if (!first || isNil(first)) return null;
  if (first.name.local === 'list') return elementsIn(first).map(valueIn);
  if (first.name.local === 'component') {
    const context = emptyContext();
    for (const child of children) context[named(child)] = isNil(child) ? null : valueIn(child);
    return context;
  }
  const text = textOnly(first) ?? '';
  return (PARSERS[first.schemaType?.local ?? 'string'] ?? ((digits) => parseNumber(digits.trim())))(text);
}

const isNil = (node: XmlNode) =>
  node.attributes.some(({ uri, local, value }) => uri === XSI && local === 'nil' && value === 'true');

const named = (node: XmlNode) =>
  node.attributes.find(({ uri, local }) => uri === '' && local === 'name')?.value ?? '';

/** Expected decimals are written with fewer digits than FEEL has. */
const TOLERANCE = 1e-8;

/** Whether an answer is what a test expects: numbers to eight digits, times with their offsets. */
export function matches(expected: unknown, actual: unknown): boolean {
  if (isNumber(expected) && isNumber(actual)) {
    const [a, b] = [toPlainNumber(expected as number), toPlainNumber(actual as number)];
    return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
  }
  const kind = kindOf(expected);
  if (kind !== kindOf(actual)) return false;
  if (kind === 'list') {
    const [items, found] = [expected as unknown[], actual as unknown[]];
    return items.length === found.length && items.every((item, index) => matches(item, found[index]));
  }
  if (kind === 'context')
    return matchContexts(expected as Record<string, unknown>, actual as Record<string, unknown>);
  if (kind.endsWith('duration')) return order(expected, actual) === 0;
  return feelText(expected) === feelText(actual);
}

function matchContexts(expected: Record<string, unknown>, actual: Record<string, unknown>): boolean {
  const keys = Object.keys(expected);
  return (
    keys.length === Object.keys(actual).length &&
    keys.every((key) => Object.hasOwn(actual, key) && matches(expected[key], actual[key]))
  );
}
