import {
  boundsOf,
  type DocElement,
  diBounds,
  type ElementId,
  get,
  type ProcessDocument,
  planes,
  ref,
  referrersOf,
  refList,
  shapeOf,
  walk,
} from '@/lib/document';
import { DocumentIndexes, indexesOf } from '@/lib/document/indexes';
import { CONNECTIONS, endsOf } from './di';
import { centre, contains } from './geometry';
import { allLanesOf, lanesIn } from './lanes';
import { isExpanded } from './place';
import { isFlowNode, isNode, isSubProcess } from './traits';

/** What is drawn although it isn't there, or is there and not drawn, or lies in another lane. For tests. */
export function drawingFaults(document: ProcessDocument): string[] {
  const shown = shownContainers(document);
  const leaves = new Map<ElementId, readonly DocElement[]>();
  const leavesOf = (process: ElementId) => {
    const known = leaves.get(process);
    if (known) return known;
    const found = allLanesOf(document, process).filter((lane) => lanesIn(document, lane.id).length === 0);
    leaves.set(process, found);
    return found;
  };
  return [...walk(document)].flatMap((element) => [
    ...(isNode(element) ? undrawn(document, element, shown) : []),
    ...(CONNECTIONS.has(element.type) ? lineFaults(document, element) : []),
    ...(CONNECTIONS.has(element.type) || isNode(element) ? twice(document, element) : []),
    ...(isFlowNode(element.type) ? laneFaults(document, element, leavesOf) : []),
  ]);
}

/** Containers whose content a plane shows: processes, pools' processes, open sub-processes and those with a plane. */
function shownContainers(document: ProcessDocument): Set<ElementId> {
  const shown = new Set(planes(document).map((plane) => ref(plane, 'bpmnElement') ?? ''));
  for (const { id, type, refs } of walk(document)) {
    if (type === 'bpmn:Participant' && shapeOf(document, id)) shown.add(String(refs.processRef));
    if (isSubProcess(type) && isExpanded(document, id)) shown.add(id);
  }
  return shown;
}

function undrawn(document: ProcessDocument, element: DocElement, shown: ReadonlySet<ElementId>): string[] {
  let home = get(document, element.parent);
  while (home?.type === 'bpmn:LaneSet' || home?.type === 'bpmn:Lane') home = get(document, home.parent);
  const visible = home && shown.has(home.id);
  return visible && !shapeOf(document, element.id) ? [`${element.id} is not drawn`] : [];
}

function lineFaults(document: ProcessDocument, line: DocElement): string[] {
  const { source, target } = endsOf(document, line.id);
  const missing = [source, target].filter((end) => end && !get(document, end));
  if (missing.length > 0) return [`${line.id} ends at ${missing[0]}, which is gone`];
  const [a, b] = [source, target].map((end) => shapeOf(document, end ?? ''));
  const drawn = referrersOf(document, line.id).some(
    (di) => di.type === 'bpmndi:BPMNEdge' && di.parent === a?.parent,
  );
  return a && b && a.parent === b.parent && !drawn ? [`${line.id} is not drawn between its ends`] : [];
}

function twice(document: ProcessDocument, element: DocElement): string[] {
  const drawn = referrersOf(document, element.id).filter((di) => /^bpmndi:BPMN(Shape|Edge)$/.test(di.type));
  const places = drawn.map((di) => di.parent);
  return new Set(places).size < places.length ? [`${element.id} is drawn twice on one plane`] : [];
}

type LeavesOf = (process: ElementId) => readonly DocElement[];

function laneFaults(document: ProcessDocument, node: DocElement, leavesOf: LeavesOf): string[] {
  const shape = shapeOf(document, node.id);
  const bounds = diBounds(shape);
  if (!shape || !bounds || !node.parent) return [];
  const around = leavesOf(node.parent).find((lane) => {
    const area = boundsOf(document, lane.id, shape.parent ?? '');
    return area && contains(area, centre(bounds));
  });
  const listed = referrersOf(document, node.id).filter((e) => e.type === 'bpmn:Lane');
  if (listed.length > (around ? 1 : 0)) return [`${node.id} is in more lanes than it lies in`];
  return around && !refList(around, 'flowNodeRef').includes(node.id) ? [`${node.id} is not in its lane`] : [];
}

/** Whether the indexes that edits carry along say what reading the document anew says. For tests. */
export function indexFaults(document: ProcessDocument): string[] {
  const [carried, fresh] = [indexesOf(document), DocumentIndexes.read(document)];
  const faults: string[] = [];
  const types = new Set<string>();
  for (const { id, type } of Object.values(document.elements)) {
    types.add(type);
    if (carried.referrers(id).join() !== fresh.referrers(id).join())
      faults.push(`referrers of ${id} are stale`);
  }
  for (const type of types)
    if (carried.ofType(type).join() !== fresh.ofType(type).join())
      faults.push(`the list of ${type} is stale`);
  if (carried.keys().toSorted().join() !== fresh.keys().toSorted().join())
    faults.push('the list of ids is stale');
  return faults;
}
