import { get, valuesOf } from './selectors';
import type { DocElement, ElementId, InlineProperty, InlineValue, ProcessDocument } from './types';

/** Whether a property of an inline value is itself an inline value (not a list, not a scalar). */
export function isInline(value: InlineProperty): value is InlineValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The inline values below a property of an inline value, as a list; scalars are left out. */
export function inlineList(value: InlineValue | undefined, property: string): InlineValue[] {
  const found = value?.[property];
  const list = Array.isArray(found) ? found : [found];
  return list.filter(isInline);
}

/** Everything inside an element's `bpmn:extensionElements`, in document order. */
export function extensionsOf(element: DocElement | undefined): InlineValue[] {
  return valuesOf(element, 'extensionElements').flatMap((holder) => inlineList(holder, 'values'));
}

/**
 * The first extension element of a type, such as `zeebe:TaskDefinition` or `countersign:AiCall`.
 * Types we have a descriptor for are capitalised (`zeebe:TaskDefinition`); all others are named as in the
 * file (`signavio:signavioMetaData`).
 */
export function extension(document: ProcessDocument, id: ElementId, type: string): InlineValue | undefined {
  return extensionsOf(get(document, id)).find((value) => value.$type === type);
}

/** All extension elements of a type. */
export function extensions(document: ProcessDocument, id: ElementId, type: string): InlineValue[] {
  return extensionsOf(get(document, id)).filter((value) => value.$type === type);
}

/** A scalar of an inline value as text: attributes and bodies are text in files; undefined when not set. */
export function textOf(value: InlineValue | undefined, property: string): string | undefined {
  const found = value?.[property];
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined;
}
