import { childrenOf, type DocElement, get, type ProcessDocument, processes } from '@/lib/document';
import { type Facts, note, type Place, within } from './fact';
import { inlineFacts } from './inline-facts';
import { kindWords, triggerWords } from './kind-words';
import { labelFor } from './property-words';
import { isUnit, listed, type Outline } from './units';
import { refText, scalarText } from './value-words';

/** Derived from the flows themselves, or told from the other side. */
const STRUCTURE = new Set(['incoming', 'outgoing', 'flowNodeRef']);
/** Which tool wrote a file last says nothing about the process. */
const BOOKKEEPING = new Set(['exporter', 'exporterVersion']);

/** Everything an element says, apart from where it is drawn and from other elements that count by themselves. */
export function factsOf(document: ProcessDocument, { lanes }: Outline, element: DocElement): Facts {
  const facts: Facts = new Map();
  const place: Place = { facts, path: '', prefix: null, item: null };
  note(place, '$kind', 'Kind', kindRaw(document, element), kindWords(document, element));
  if (element.parent && isNested(document, element))
    note(place, '$parent', 'Inside', element.parent, refText(document, element.parent));
  const lane = lanes.get(element.id);
  if (lane) note(place, '$lane', 'Lane', lane, refText(document, lane));
  content(document, place, element);
  pathOrder(document, place, element);
  return facts;
}

/** The type and what makes it an AI call or an approval: morphing one into the other is one change. */
const kindRaw = (document: ProcessDocument, element: DocElement): string =>
  `${element.type} ${kindWords(document, element)}`;

/** In a file with one process whatever lies directly in it lies in no other place, even when the process gets another id. */
const isNested = (document: ProcessDocument, element: DocElement): boolean =>
  element.containment === 'flowElements' &&
  (get(document, element.parent)?.type !== 'bpmn:Process' || processes(document).length > 1);

function content(document: ProcessDocument, place: Place, element: DocElement): void {
  for (const [name, value] of Object.entries(element.attrs))
    if (!BOOKKEEPING.has(name))
      note(place, name, labelFor(name, element.type), String(value), scalarText(value));
  for (const [name, value] of Object.entries(element.refs)) {
    if (STRUCTURE.has(name)) continue;
    const ids = listed(value);
    const text = ids.map((id) => refText(document, id)).join(', ');
    if (ids.length > 0) note(place, name, labelFor(name, element.type), ids.join(' '), text);
  }
  for (const [name, value] of Object.entries(element.values)) inlineFacts(place, name, value);
  for (const name of Object.keys(element.children)) parts(document, place, element, name);
}

/** What an element contains that isn't listed by itself: its timer, its loop, its inputs and outputs. */
function parts(document: ProcessDocument, place: Place, element: DocElement, property: string): void {
  const children = childrenOf(document, element.id, property).filter(
    (child) => !isUnit(child) && !child.type.startsWith('bpmndi:'),
  );
  for (const [index, child] of children.entries()) {
    const inner = within(place, children.length > 1 ? `${property}[${index}]` : property);
    note(inner, '$kind', labelFor(property), child.type, partWords(child));
    content(document, inner, child);
  }
}

function partWords(part: DocElement): string {
  if (part.type === 'bpmn:MultiInstanceLoopCharacteristics') return 'for each of a list';
  if (part.type === 'bpmn:StandardLoopCharacteristics') return 'as long as';
  return triggerWords(part.type);
}

/** Which way out of a gateway is tried first. */
function pathOrder(document: ProcessDocument, place: Place, element: DocElement): void {
  const order = listed(element.refs.outgoing);
  if (!element.type.endsWith('Gateway') || order.length < 2) return;
  const text = order.map((id) => refText(document, id)).join(', ');
  note(place, '$order', 'Order of paths', order.join(' '), text, { order });
}
