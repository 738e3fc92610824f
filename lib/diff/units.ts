import { type DocElement, type ElementId, type ProcessDocument, walk } from '@/lib/document';
import type { Group } from './types';

/** What the comparison needs to know about a whole document; built once for each. */
export interface Outline {
  /** Everything that counts by itself; the rest is content of these. In document order. */
  units: Map<ElementId, DocElement>;
  /** The innermost lane of each node. */
  lanes: Map<ElementId, ElementId>;
  /** Shapes and edges by what they draw. */
  drawn: Map<ElementId, DocElement[]>;
}

const CONTAINMENTS = new Set([
  'rootElements',
  'flowElements',
  'artifacts',
  'participants',
  'messageFlows',
  'lanes',
  'conversationNodes',
  'conversationLinks',
  'dataInputAssociations',
  'dataOutputAssociations',
]);

const kept = new WeakMap<ProcessDocument, Outline>();

/** Whether an element is listed by itself rather than as a part of the one that holds it. */
export const isUnit = (element: DocElement): boolean =>
  element.parent === null || CONTAINMENTS.has(element.containment);

/** A data object has no symbol: what is drawn is its reference. */
export function outline(document: ProcessDocument): Outline {
  const known = kept.get(document);
  if (known) return known;
  const made: Outline = { units: new Map(), lanes: new Map(), drawn: new Map() };
  for (const element of walk(document)) {
    if (element.type.startsWith('bpmndi:')) note(made, element);
    else {
      if (isUnit(element)) made.units.set(element.id, element);
      // Inner lanes come after the lanes around them and win.
      for (const id of listed(element.refs.flowNodeRef)) made.lanes.set(id, element.id);
    }
  }
  kept.set(document, made);
  return made;
}

function note({ drawn }: Outline, di: DocElement): void {
  const id = di.refs.bpmnElement;
  if (typeof id !== 'string' || di.type === 'bpmndi:BPMNPlane') return;
  const list = drawn.get(id);
  if (list) list.push(di);
  else drawn.set(id, [di]);
}

export const listed = (ref: ElementId | ElementId[] | undefined): readonly ElementId[] =>
  ref === undefined ? [] : Array.isArray(ref) ? ref : [ref];

/** How a list groups an element. */
export function groupOf(element: DocElement): Group {
  if (element.parent === null || element.type === 'bpmn:Process' || element.type === 'bpmn:Collaboration')
    return 'process';
  if (/Flow$|Association$|ConversationLink$/.test(element.type)) return 'flow';
  if (element.containment === 'participants' || element.containment === 'lanes') return 'container';
  return element.containment === 'rootElements' || element.type === 'bpmn:DataObject' ? 'definition' : 'node';
}
