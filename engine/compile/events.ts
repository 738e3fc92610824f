import type { DocElement, ProcessDocument } from './document';
import type { ScopeNode } from './flow-model';
import { children, get, reference } from './read';

/** The event definitions of an event, its own and those it refers to. */
export function definitionsOf(document: ProcessDocument, element: DocElement): DocElement[] {
  const refs = element.refs.eventDefinitionRef ?? [];
  return [
    ...children(document, element, 'eventDefinitions'),
    ...(Array.isArray(refs) ? refs : [refs]).flatMap((id) => get(document, id) ?? []),
  ];
}

/** Whether one of an event's definitions is of a kind: `Error`, `Terminate`, … */
export function isEvent(document: ProcessDocument, { element }: ScopeNode, kind: string): boolean {
  return definitionsOf(document, element).some(({ type }) => type === `bpmn:${kind}EventDefinition`);
}

/** A timer that fires a single time: a date or a duration, and no cycle. */
export function firesOnce(document: ProcessDocument, { element }: ScopeNode): boolean {
  const definitions = definitionsOf(document, element);
  return (
    definitions.length > 0 &&
    definitions.every(({ values }) => !values.timeCycle && Boolean(values.timeDate || values.timeDuration))
  );
}

const THROWN = {
  'bpmn:ErrorEventDefinition': 'errorRef',
  'bpmn:EscalationEventDefinition': 'escalationRef',
  'bpmn:CancelEventDefinition': '',
} as const;

/** What an event throws to the activities around it: kind and code. */
export interface Thrown {
  type: keyof typeof THROWN;
  code: string | undefined;
}

/** What a throwing event throws to the activities around it; undefined for all other events. */
export function thrownBy(document: ProcessDocument, { element }: ScopeNode): Thrown | undefined {
  if (element.type !== 'bpmn:EndEvent' && element.type !== 'bpmn:IntermediateThrowEvent') return undefined;
  for (const definition of definitionsOf(document, element)) {
    const type = definition.type as keyof typeof THROWN;
    if (type in THROWN) return { type, code: codeOf(document, definition, THROWN[type]) };
  }
  return undefined;
}

/** Whether an event catches what was thrown: of its kind, with its code or with none. */
export function catches(document: ProcessDocument, event: DocElement, thrown: Thrown): boolean {
  return definitionsOf(document, event).some((definition) => {
    if (definition.type !== thrown.type) return false;
    const code = codeOf(document, definition, THROWN[thrown.type]);
    return code === undefined || thrown.code === undefined || code === thrown.code;
  });
}

function codeOf(document: ProcessDocument, definition: DocElement, property: string): string | undefined {
  const id = reference(definition, property);
  const target = get(document, id);
  const code = target?.attrs.errorCode ?? target?.attrs.escalationCode;
  return typeof code === 'string' && code !== '' ? code : id;
}

/** Whether an event of an activity's border or of an event sub-process stops what it belongs to. */
export const isInterrupting = (element: DocElement): boolean =>
  element.type === 'bpmn:BoundaryEvent'
    ? element.attrs.cancelActivity !== false
    : element.attrs.isInterrupting !== false;
