import {
  type DocElement,
  diBounds,
  diWaypoints,
  get,
  type ProcessDocument,
  ref,
  refList,
  resolve,
  walk,
} from '@/lib/document';
import { isFlowNode } from './traits';

/** What is wrong with a document's own bookkeeping, one sentence each; empty for a sound one. For tests. */
export function inconsistencies(document: ProcessDocument): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const element of walk(document)) {
    if (seen.has(element.id)) found.push(`${element.id} is contained twice`);
    seen.add(element.id);
    found.push(...wrongWith(document, element));
  }
  for (const id of Object.keys(document.elements)) if (!seen.has(id)) found.push(`${id} hangs in the air`);
  return found;
}

function wrongWith(document: ProcessDocument, element: DocElement): string[] {
  return [
    ...parentage(document, element),
    ...(element.type === 'bpmn:SequenceFlow' ? flowEnds(document, element) : []),
    ...(isFlowNode(element.type) ? nodeLists(document, element) : []),
    ...(element.type.startsWith('bpmndi:BPMN') ? drawing(document, element) : []),
  ];
}

function parentage(document: ProcessDocument, element: DocElement): string[] {
  const parent = get(document, element.parent);
  const linked = parent?.children[element.containment]?.includes(element.id);
  const orphans = Object.values(element.children)
    .flat()
    .filter((id) => get(document, id)?.parent !== element.id);
  return [
    ...(document.elements[element.id] === element ? [] : [`${element.id} is filed under another id`]),
    ...(element.parent === null || linked
      ? []
      : [`${element.id} is not among its parent’s ${element.containment}`]),
    ...orphans.map((id) => `${element.id} contains ${id}, which is elsewhere`),
  ];
}

function flowEnds(document: ProcessDocument, flow: DocElement): string[] {
  const ends = [resolve(document, flow, 'sourceRef'), resolve(document, flow, 'targetRef')];
  if (ends.some((end) => !end)) return [`${flow.id} leads nowhere`];
  const across = ends.some((end) => end?.parent !== flow.parent);
  const [source, target] = ends;
  const listed =
    refList(source, 'outgoing').includes(flow.id) && refList(target, 'incoming').includes(flow.id);
  return [
    ...(across ? [`${flow.id} crosses the border of ${flow.parent}`] : []),
    ...(listed ? [] : [`${flow.id} is missing in the lists of its ends`]),
  ];
}

function nodeLists(document: ProcessDocument, node: DocElement): string[] {
  const wrong = (property: string, end: string) =>
    refList(node, property).filter((id) => ref(get(document, id), end) !== node.id);
  const host = resolve(document, node, 'attachedToRef');
  const fallback = ref(node, 'default');
  return [
    ...wrong('outgoing', 'sourceRef').map((id) => `${node.id} lists ${id} as outgoing`),
    ...wrong('incoming', 'targetRef').map((id) => `${node.id} lists ${id} as incoming`),
    ...(node.type === 'bpmn:BoundaryEvent' && host?.parent !== node.parent
      ? [`${node.id} sits on nothing`]
      : []),
    ...(fallback && ref(get(document, fallback), 'sourceRef') !== node.id
      ? [`${node.id} has a stranger as default`]
      : []),
  ];
}

function drawing(document: ProcessDocument, di: DocElement): string[] {
  const place = get(document, di.parent)?.type;
  if (/^bpmndi:BPMN(Shape|Edge)$/.test(di.type) && place !== 'bpmndi:BPMNPlane')
    return [`${di.id} is drawn on something that is no plane`];
  if (di.type === 'bpmndi:BPMNShape') {
    const b = diBounds(di);
    const sound = b && b.width > 0 && b.height > 0 && Number.isFinite(b.x) && Number.isFinite(b.y);
    return [...(sound ? [] : [`${di.id} has no size`]), ...draws(document, di)];
  }
  if (di.type !== 'bpmndi:BPMNEdge') return [];
  return [...(diWaypoints(di).length >= 2 ? [] : [`${di.id} has no line`]), ...draws(document, di)];
}

const draws = (document: ProcessDocument, di: DocElement): string[] =>
  resolve(document, di, 'bpmnElement') ? [] : [`${di.id} draws nothing`];
