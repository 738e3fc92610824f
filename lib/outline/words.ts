import { attachedTo, type ElementId, get, outgoing, type ProcessDocument, ref } from '@/lib/document';
import { isGateway, labelOf } from '@/lib/editing';
import { kindSpecOf } from '@/lib/elements/catalogue';

/** An element's kind as a word in a sentence: “approval”, “AI call”, “parallel gateway”. */
export function kindWord(document: ProcessDocument, id: ElementId): string {
  const { label, kind } = kindSpecOf(document, id);
  if (kind === 'exclusive-gateway') return 'gateway';
  const word = /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  return isGateway(get(document, id)?.type ?? '') ? `${word} gateway` : word;
}

/** What an element is called in a list: its label, or its kind when it has none. */
export function nameInList(document: ProcessDocument, id: ElementId): string {
  const word = kindWord(document, id);
  return (
    labelOf(document, id).replace(/\s+/g, ' ').trim() || `${word.charAt(0).toUpperCase()}${word.slice(1)}`
  );
}

/** “Paid? (gateway)”; only the kind for what has no label. */
export function nameAndKind(document: ProcessDocument, id: ElementId): string {
  const name = labelOf(document, id).replace(/\s+/g, ' ').trim();
  return name ? `${name} (${kindWord(document, id)})` : kindWord(document, id);
}

/** Where an element stands and how it is, apart from what the document says of it. */
export interface Standing {
  /** From 1, among its siblings. */
  position: number;
  size: number;
  /** The lane or sub-process around it. */
  within: string | null;
  problems: number;
}

/** “Approve invoice, approval, 2 of 7, in Finance lane, 1 problem; goes to Paid? (gateway)”. */
export function itemText(document: ProcessDocument, id: ElementId, standing: Standing): string {
  const { position, size, within, problems } = standing;
  const name = labelOf(document, id).replace(/\s+/g, ' ').trim();
  const host = attachedTo(document, id);
  const facts = [
    ...(name ? [name, kindWord(document, id)] : [kindSpecOf(document, id).label]),
    ...(host ? [`on ${nameInList(document, host.id)}`] : []),
    `${position} of ${size}`,
    ...(within ? [`in ${within}`] : []),
    ...(problems > 0 ? [`${problems} ${problems === 1 ? 'problem' : 'problems'}`] : []),
  ].join(', ');
  const ways = outgoing(document, id).flatMap((flow) => {
    const target = ref(flow, 'targetRef');
    if (!target) return [];
    const when = labelOf(document, flow.id).replace(/\s+/g, ' ').trim();
    return [`${nameAndKind(document, target)}${when ? ` when ${when}` : ''}`];
  });
  return ways.length === 0 ? facts : `${facts}; goes to ${ways.join(', ')}`;
}
