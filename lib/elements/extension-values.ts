import type { DocElement, InlineProperty, InlineValue } from '@/engine/compile/document';
import { extensionsOf } from '@/lib/document';
import type { EntryPatch } from './patch';

type Content = Record<string, unknown>;

/**
 * The `extensionElements` of an entry with extensions of some types changed: given properties are set (undefined or
 * empty removes one), null removes the extension. Everything else stays as it is, whether or not we know it.
 */
export function withExtensions(
  element: DocElement,
  changes: Record<string, Content | null>,
): NonNullable<EntryPatch['values']> {
  const pending = new Map(Object.entries(changes));
  const kept = extensionsOf(element).flatMap((value) => {
    const change = pending.get(value.$type);
    if (change === undefined) return [value];
    pending.delete(value.$type);
    return change === null ? [] : [inlineValue(value.$type, { ...value, ...change })];
  });
  const added = [...pending].flatMap(([type, change]) =>
    change === null ? [] : [inlineValue(type, change)],
  );
  const values = [...kept, ...added];
  const holder = element.values.extensionElements;
  const before = Array.isArray(holder) ? holder[0] : holder;
  if (values.length === 0) return { extensionElements: null };
  return { extensionElements: { ...before, $type: 'bpmn:ExtensionElements', values } };
}

/** An inline value without the properties that are undefined, empty text or an empty list. */
export function inlineValue(type: string, content: Content): InlineValue {
  const entries = Object.entries(content).filter(([, member]) => !isEmpty(member));
  return { ...(Object.fromEntries(entries) as Record<string, InlineProperty>), $type: type };
}

/** The extension of one of the given types. */
export function extensionOf(element: DocElement, ...types: string[]): InlineValue | undefined {
  return extensionsOf(element).find((value) => types.includes(value.$type));
}

/** An attribute that Camunda 7 and its relatives write under their own prefixes. */
export function vendorAttribute(element: DocElement, name: string): string | undefined {
  for (const prefix of ['camunda', 'flowable', 'activiti']) {
    const value = element.attrs[`${prefix}:${name}`];
    if (value !== undefined && value !== '') return String(value);
  }
  return undefined;
}

const isEmpty = (member: unknown): boolean =>
  member === undefined || member === '' || member === null || (Array.isArray(member) && member.length === 0);
