import { elementsIn, textOnly, type XmlNode } from '@/lib/bpmn/xml/tree';

/** Namespaces of the DMN versions whose models are read: 1.1 to 1.5. */
const NAMESPACE =
  /^https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20151101\/dmn\.xsd|20180521\/MODEL\/|20191111\/MODEL\/|20211108\/MODEL\/|20230324\/MODEL\/)$/;

/** Whether an element belongs to DMN. */
export const isDmn = (node: XmlNode): boolean => NAMESPACE.test(node.name.uri);

/** The DMN children of a name. */
export const childrenNamed = (node: XmlNode, ...names: readonly string[]): XmlNode[] =>
  elementsIn(node).filter((child) => isDmn(child) && names.includes(child.name.local));

export const childNamed = (node: XmlNode, name: string): XmlNode | undefined => childrenNamed(node, name)[0];

/** An attribute without namespace; undefined when it is absent or empty. */
export function attribute(node: XmlNode, name: string): string | undefined {
  const value = node.attributes.find((candidate) => candidate.uri === '' && candidate.local === name)?.value;
  return value === undefined || value.trim() === '' ? undefined : value;
}

/** The text of a child element, as `<inputEntry><text>…</text></inputEntry>` holds it. */
export function textOf(node: XmlNode | undefined): string | undefined {
  const text = node && childNamed(node, 'text');
  return text && textOnly(text);
}

/** A name with single spaces. */
export const tidy = (name: string): string => name.replace(/\s+/g, ' ').trim();

/** Several properties at once, without those that are undefined. */
export function given<T extends object>(properties: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
