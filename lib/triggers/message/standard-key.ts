import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { written } from '@/engine/compile/read';
import { childrenOf, elementsOfType, refList, resolve } from '@/lib/document';

/** A FEEL text and the language the file says it is in. */
export interface KeyText {
  text: string;
  language?: string;
}
type Part = { body: string; language?: string };

/**
 * The key by which a process waits for a message: the data paths of its correlation subscription, when that has
 * a retrieval expression for the message (BPMN 2.0.2, 8.4.2).
 */
export function receiverKey(
  document: ProcessDocument,
  process: DocElement | undefined,
  message: DocElement | undefined,
): KeyText | undefined {
  if (!process || !message) return undefined;
  for (const subscription of childrenOf(document, process.id, 'correlationSubscriptions')) {
    const properties = propertiesOf(document, subscription);
    if (!retrievals(document, properties, message)) continue;
    const bindings = childrenOf(document, subscription.id, 'correlationPropertyBinding');
    const parts = properties.map((property) => {
      const binding = bindings.find((each) => resolve(document, each, 'correlationPropertyRef') === property);
      return binding && written(binding, 'dataPath');
    });
    const key = joined(parts);
    if (key) return key;
  }
  return undefined;
}

/**
 * The key with which a message is sent: the message paths of the properties that a subscription waits by, else of
 * a correlation key of the collaboration.
 */
export function senderKey(document: ProcessDocument, message: DocElement | undefined): KeyText | undefined {
  if (!message) return undefined;
  const keys = [
    ...elementsOfType(document, 'bpmn:CorrelationSubscription').map((each) => propertiesOf(document, each)),
    ...elementsOfType(document, 'bpmn:CorrelationKey').map((each) => propertiesOfKey(document, each)),
  ];
  for (const properties of keys) {
    const key = joined(retrievals(document, properties, message) ?? []);
    if (key) return key;
  }
  return undefined;
}

function propertiesOf(document: ProcessDocument, subscription: DocElement): DocElement[] {
  const key = resolve(document, subscription, 'correlationKeyRef');
  if (key) return propertiesOfKey(document, key);
  return childrenOf(document, subscription.id, 'correlationPropertyBinding').flatMap(
    (binding) => resolve(document, binding, 'correlationPropertyRef') ?? [],
  );
}

const propertiesOfKey = (document: ProcessDocument, key: DocElement): DocElement[] =>
  refList(key, 'correlationPropertyRef').flatMap((id) => document.elements[id] ?? []);

/** How each property is read from a message; undefined when one of them can't be. */
function retrievals(
  document: ProcessDocument,
  properties: readonly DocElement[],
  message: DocElement,
): Part[] | undefined {
  const found = properties.map((property) => {
    const expression = childrenOf(document, property.id, 'correlationPropertyRetrievalExpression').find(
      (each) => resolve(document, each, 'messageRef') === message,
    );
    return expression && written(expression, 'messagePath');
  });
  return found.length > 0 && found.every((part) => part !== undefined) ? (found as Part[]) : undefined;
}

/** One property as it is, several as one text. */
function joined(parts: readonly (Part | undefined)[]): KeyText | undefined {
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  const bodies = parts.map((part) => (part?.body ?? '').trim().replace(/^=/, ''));
  const language = parts.find((part) => part?.language !== undefined)?.language;
  const text =
    bodies.length === 1
      ? `=${bodies[0]}`
      : `=string join([${bodies.map((body) => `string(${body})`).join(', ')}], "|")`;
  return { text, ...(language === undefined ? {} : { language }) };
}
