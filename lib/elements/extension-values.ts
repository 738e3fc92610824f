import type { DocElement, InlineValue } from '@/engine/compile/document';
import { extensionsOf, inlineList } from '@/lib/document';
import type { EntryPatch } from './patch';

/**
 * The `extensionElements` of an entry with the extensions of some types replaced (null removes); all others stay
 * where they are, whether or not we know them.
 */
export function withExtensions(
  element: DocElement,
  replacements: Record<string, InlineValue | null>,
): NonNullable<EntryPatch['values']> {
  const pending = new Map(Object.entries(replacements));
  const kept = extensionsOf(element).flatMap((value) => {
    if (!(value.$type in replacements)) return [value];
    const replacement = pending.get(value.$type);
    pending.delete(value.$type);
    return replacement ? [replacement] : [];
  });
  const added = [...pending.values()].filter((value) => value !== null);
  const values = [...kept, ...added];
  return { extensionElements: values.length > 0 ? { $type: 'bpmn:ExtensionElements', values } : null };
}

/** An inline value without the properties that are undefined, empty text or an empty list. */
export function compact(value: { $type: string; [key: string]: unknown }): InlineValue {
  const entries = Object.entries(value).filter(
    ([, member]) => member !== undefined && member !== '' && !(Array.isArray(member) && member.length === 0),
  );
  return Object.fromEntries(entries) as InlineValue;
}

export { inlineList };
