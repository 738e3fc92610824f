import type { JsonObject } from '@/engine/core/json';
import { type DocElement, inlineList, type ProcessDocument } from '@/lib/document';
import { extensionOf, inlineValue, withExtensions } from '@/lib/elements/extension-values';

const PROPERTIES = 'zeebe:Properties';
const NAME = 'countersign:sample';

const processOf = (document: ProcessDocument): DocElement | undefined =>
  Object.values(document.elements).find(({ type }) => type === 'bpmn:Process');

/** The variables a process can be tried with, which it carries as a property; undefined when it has none. */
export function sampleOf(document: ProcessDocument): JsonObject | undefined {
  const process = processOf(document);
  const properties = process && extensionOf(process, PROPERTIES);
  const found = inlineList(properties, 'properties').find(({ name }) => name === NAME);
  try {
    const value: unknown = JSON.parse(String(found?.value ?? 'null'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** The document with variables to try it with. */
export function withSample(document: ProcessDocument, variables: JsonObject): ProcessDocument {
  const process = processOf(document);
  if (!process) return document;
  const known = inlineList(extensionOf(process, PROPERTIES), 'properties');
  const properties = [
    ...known.filter(({ name }) => name !== NAME),
    inlineValue('zeebe:Property', { name: NAME, value: JSON.stringify(variables) }),
  ];
  const { extensionElements } = withExtensions(process, { [PROPERTIES]: { properties } });
  if (!extensionElements) return document;
  const values = { ...process.values, extensionElements };
  return { ...document, elements: { ...document.elements, [process.id]: { ...process, values } } };
}
