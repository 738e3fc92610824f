import { indexesOf } from './indexes';
import type { DocElement, ElementId, InlineValue, ProcessDocument } from './types';

/** The entry of that id, or undefined. */
export function get(document: ProcessDocument, id: ElementId | null | undefined): DocElement | undefined {
  return id != null && Object.hasOwn(document.elements, id) ? document.elements[id] : undefined;
}

/** The entry of that id; throws when the caller's knowledge of the document is wrong (a bug). */
export function mustGet(document: ProcessDocument, id: ElementId): DocElement {
  const element = get(document, id);
  if (!element) throw new Error(`No element "${id}" in the document`);
  return element;
}

/** The entries contained in `property` of an element, in document order. */
export function childrenOf(document: ProcessDocument, id: ElementId, property: string): DocElement[] {
  return (get(document, id)?.children[property] ?? []).flatMap((child) => get(document, child) ?? []);
}

/** All entries of one metamodel type, such as `bpmn:Message`, in document order. */
export function elementsOfType(document: ProcessDocument, type: string): readonly DocElement[] {
  return entries(document, indexesOf(document).ofType(type));
}

/** Entries that hold a reference to this one, whatever the property, in document order. */
export function referrersOf(document: ProcessDocument, id: ElementId): DocElement[] {
  return entries(document, indexesOf(document).referrers(id));
}

function linesAt(document: ProcessDocument, id: ElementId, end: 'sourceRef' | 'targetRef'): DocElement[] {
  return referrersOf(document, id).filter(
    (element) => element.type === 'bpmn:SequenceFlow' && element.refs[end] === id,
  );
}

const entries = (document: ProcessDocument, ids: readonly ElementId[]): DocElement[] =>
  ids.map((id) => document.elements[id] as DocElement);

/** All processes of the file, in document order. */
export const processes = (document: ProcessDocument): readonly DocElement[] =>
  elementsOfType(document, 'bpmn:Process');

/** Collaborations, choreographies and global conversations: whatever holds participants. */
export function collaborations(document: ProcessDocument): DocElement[] {
  return [
    'bpmn:Collaboration',
    'bpmn:Choreography',
    'bpmn:GlobalChoreographyTask',
    'bpmn:GlobalConversation',
  ].flatMap((type) => [...elementsOfType(document, type)]);
}

/** A reference's target id, whether or not it exists; undefined when not set. */
export function ref(element: DocElement | undefined, property: string): ElementId | undefined {
  const value = element?.refs[property];
  return Array.isArray(value) ? value[0] : value;
}

/** All target ids of a reference property, also when it holds only one. */
export function refList(element: DocElement | undefined, property: string): readonly ElementId[] {
  const value = element?.refs[property];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The entry a reference points at; undefined when not set or dangling. */
export function resolve(document: ProcessDocument, element: DocElement | undefined, property: string) {
  return get(document, ref(element, property));
}

/**
 * Sequence flows that end at a node, by their own `targetRef`: the lists of `bpmn:incoming` in a file can
 * be missing or stale, so they are kept for export but never decide.
 */
export function incoming(document: ProcessDocument, id: ElementId): readonly DocElement[] {
  return linesAt(document, id, 'targetRef');
}

/** Sequence flows that start at a node, by their own `sourceRef`. */
export function outgoing(document: ProcessDocument, id: ElementId): readonly DocElement[] {
  return linesAt(document, id, 'sourceRef');
}

/** The activity a boundary event sits on. */
export function attachedTo(document: ProcessDocument, id: ElementId): DocElement | undefined {
  return resolve(document, get(document, id), 'attachedToRef');
}

/** The boundary events of an activity, in document order. */
export function boundaryEvents(document: ProcessDocument, id: ElementId): readonly DocElement[] {
  return referrersOf(document, id).filter(
    (element) => element.type === 'bpmn:BoundaryEvent' && element.refs.attachedToRef === id,
  );
}

/** All event definitions of an event: its own first, then those it shares by `eventDefinitionRef`. */
export function eventDefinitionsOf(document: ProcessDocument, id: ElementId): DocElement[] {
  const shared = refList(get(document, id), 'eventDefinitionRef').flatMap(
    (target) => get(document, target) ?? [],
  );
  return [...childrenOf(document, id, 'eventDefinitions'), ...shared];
}

/** The first event definition of an event; undefined for a none event. */
export function eventDefinitionOf(document: ProcessDocument, id: ElementId): DocElement | undefined {
  return eventDefinitionsOf(document, id)[0];
}

/** The nearest container of a type, starting above the element: its process, its sub-process, its lane set. */
export function ancestorOf(
  document: ProcessDocument,
  id: ElementId,
  ...types: string[]
): DocElement | undefined {
  let element = get(document, get(document, id)?.parent);
  while (element && !types.includes(element.type)) element = get(document, element.parent);
  return element;
}

/** The process an element belongs to (the process itself for a process). */
export function processOf(document: ProcessDocument, id: ElementId): DocElement | undefined {
  const element = get(document, id);
  return element?.type === 'bpmn:Process' ? element : ancestorOf(document, id, 'bpmn:Process');
}

/** An element's `name`, or the empty string. */
export function nameOf(element: DocElement | undefined): string {
  const name = element?.attrs.name;
  return typeof name === 'string' ? name : '';
}

/** The inline values of a property as a list: none, the one, or all. */
export function valuesOf(element: DocElement | undefined, property: string): readonly InlineValue[] {
  const value = element?.values[property];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The text of an expression-valued property (`conditionExpression`, `timeDuration`, …) as written. */
export function expressionText(element: DocElement | undefined, property: string): string | undefined {
  const body = valuesOf(element, property)[0]?.body;
  return typeof body === 'string' ? body : undefined;
}
