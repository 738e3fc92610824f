import type { DocElement } from './document';
import { isEventSubProcess, type Scope, type ScopeNode } from './flow-model';
import { reference, references } from './read';

/**
 * Where a scope begins: its none start event, else every node that nothing leads to. A sub-process begins at all of
 * its none start events; of those of a process each begins an instance of its own, the first one when nobody says
 * which. An event sub-process begins at its start event, whatever triggers that.
 */
export function startNodes(scope: Scope): string[] {
  const starts = scope.nodes.filter((node) => node.element.type === 'bpmn:StartEvent');
  if (isEventSubProcess(scope.element)) return ids(starts.length > 0 ? starts.slice(0, 1) : unreached(scope));
  const plain = starts.filter(isPlain);
  const triggered = starts.length > 0 || scope.nodes.some(instantiates);
  if (plain.length === 0 && !triggered) return ids(unreached(scope));
  return ids(scope.element.type === 'bpmn:Process' ? plain.slice(0, 1) : plain);
}

/**
 * The nodes of a process that start an instance on a trigger of their own; the events after an instantiating
 * event-based gateway stand for it.
 */
export const triggeredStarts = (scope: Scope): string[] =>
  scope.nodes.flatMap((node) => {
    if (node.element.type === 'bpmn:StartEvent') return isPlain(node) ? [] : [node.id];
    if (!instantiates(node)) return [];
    if (node.element.type === 'bpmn:ReceiveTask') return [node.id];
    return node.outgoing.flatMap((flow) => reference(flow, 'targetRef') ?? []);
  });

const ids = (nodes: readonly ScopeNode[]): string[] => nodes.map((node) => node.id);

const unreached = (scope: Scope): ScopeNode[] =>
  scope.nodes.filter((node) => node.incoming.length === 0 && startsItself(node));

/** The event sub-processes of a scope, in document order. */
export const eventSubProcesses = (scope: Scope): string[] =>
  scope.nodes.filter((node) => isEventSubProcess(node.element)).map((node) => node.id);

/** The start event whose triggers an event sub-process waits for. */
export const eventStart = (scope: Scope | undefined): ScopeNode | undefined =>
  scope?.nodes.find((node) => node.element.type === 'bpmn:StartEvent');

/** Whether a node may begin with its scope: not one that waits to be reached in another way. */
export function startsItself({ element, definitions }: ScopeNode): boolean {
  if (element.type === 'bpmn:BoundaryEvent' || element.attrs.isForCompensation === true) return false;
  if (element.type === 'bpmn:IntermediateCatchEvent' && definitions.some(isLink)) return false;
  return !isEventSubProcess(element);
}

const isPlain = ({ element, definitions }: ScopeNode): boolean =>
  definitions.length === 0 && references(element, 'eventDefinitionRef').length === 0;

const isLink = ({ type }: DocElement): boolean => type === 'bpmn:LinkEventDefinition';

/** A receive task or event-based gateway that begins an instance (BPMN 2.0.2, 10.3.3 and 10.6.6). */
const instantiates = ({ element }: ScopeNode): boolean =>
  element.attrs.instantiate === true && /^bpmn:(?:ReceiveTask|EventBasedGateway)$/.test(element.type);
