import type { DocElement, ProcessDocument } from './document';
import { children, get, reference, references } from './read';

/**
 * The variable that holds an item-aware element: named like the data object, input, output or property, in letters,
 * digits and underscores (“Purchase order” → `PurchaseOrder`).
 */
export function variableOf(document: ProcessDocument, item: DocElement): string {
  const object = get(document, reference(item, 'dataObjectRef'));
  const name = nameOf(object) ?? nameOf(item) ?? object?.id ?? item.id;
  const variable = name.trim().replace(/[^\p{L}\p{N}_]+(.?)/gu, (_all, next: string) => next.toUpperCase());
  return /^[\p{L}_]/u.test(variable) ? variable : `_${variable}`;
}

/** What is fed into an input of an activity: the source of its association, else the input itself. */
export function sourceOfInput(
  document: ProcessDocument,
  activity: DocElement,
  input: DocElement,
): DocElement {
  const association = children(document, activity, 'dataInputAssociations').find(
    (each) => reference(each, 'targetRef') === input.id,
  );
  return get(document, association && references(association, 'sourceRef')[0]) ?? input;
}

/** Where an output of an activity goes: the target of its association, else the output itself. */
export function targetOfOutput(
  document: ProcessDocument,
  activity: DocElement,
  output: DocElement,
): DocElement {
  const association = children(document, activity, 'dataOutputAssociations').find((each) =>
    references(each, 'sourceRef').includes(output.id),
  );
  return get(document, association && reference(association, 'targetRef')) ?? output;
}

function nameOf(element: DocElement | undefined): string | undefined {
  const { name } = element?.attrs ?? {};
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}
