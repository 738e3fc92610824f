import type { DocElement, ElementId, InlineProperty, InlineValue, ProcessDocument } from './document';

/** What the compiler reads of a document; `lib/document` has the full selectors, which the engine can't import. */
export function get(document: ProcessDocument, id: ElementId | undefined | null): DocElement | undefined {
  return id != null && Object.hasOwn(document.elements, id) ? document.elements[id] : undefined;
}

/** The entries contained in one property, in document order. */
export function children(document: ProcessDocument, element: DocElement, property: string): DocElement[] {
  return (element.children[property] ?? []).flatMap((id) => get(document, id) ?? []);
}

/** A reference's first target id, whether or not it exists. */
export function reference(element: DocElement, property: string): ElementId | undefined {
  const value = element.refs[property];
  return Array.isArray(value) ? value[0] : value;
}

/** All target ids of a reference, whether or not they exist. */
export function references(element: DocElement, property: string): readonly ElementId[] {
  const value = element.refs[property];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The event definitions of an event: its own first, then those it shares by `eventDefinitionRef`. */
export function eventDefinitions(document: ProcessDocument, element: DocElement): DocElement[] {
  const shared = references(element, 'eventDefinitionRef').flatMap((id) => get(document, id) ?? []);
  return [...children(document, element, 'eventDefinitions'), ...shared];
}

/** An expression-valued property as written, and the language it says it is in; undefined when blank. */
export function written(
  element: DocElement,
  property: string,
): { body: string; language?: string } | undefined {
  const value = values(element, property)[0];
  if (!value || typeof value.body !== 'string' || value.body.trim() === '') return undefined;
  return { body: value.body, ...(typeof value.language === 'string' ? { language: value.language } : {}) };
}

/** The inline values of a property as a list. */
export function values(element: DocElement, property: string): readonly InlineValue[] {
  const value = element.values[property];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The inline values below a property of an inline value; scalars are left out. */
export function inline(value: InlineValue | undefined, property: string): InlineValue[] {
  const found = value?.[property];
  return (Array.isArray(found) ? found : [found]).filter(isInline);
}

/** The first extension element of one of the given types. */
export function extension(element: DocElement, ...types: string[]): InlineValue | undefined {
  return values(element, 'extensionElements')
    .flatMap((holder) => inline(holder, 'values'))
    .find((value) => types.includes(value.$type));
}

/** A scalar of an inline value as text; undefined when it isn't set. */
export function text(value: InlineValue | undefined, property: string): string | undefined {
  const found = value?.[property];
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : undefined;
}

/** What a person calls the element: its name, else its id. */
export function titleOf(element: DocElement): string {
  const { name } = element.attrs;
  return typeof name === 'string' && name.trim() !== '' ? name.replace(/\s+/g, ' ').trim() : element.id;
}

/** The language of an expression for its compiler; undefined when it is FEEL or nothing is said. */
export const language = (written: string | undefined): { language?: string } =>
  written === undefined || /feel/i.test(written) ? {} : { language: written };

function isInline(value: InlineProperty): value is InlineValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
