import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { childrenOf, elementsOfType, get, nameOf, refList, resolve } from '@/lib/document';

/**
 * The group of people that the lane around a step stands for: the resource that the lane's partition names, else the
 * lane's name. The innermost lane counts; a step inside a sub-process is in that sub-process's lane.
 */
export function laneGroup(document: ProcessDocument, id: string): string | undefined {
  const lanes = elementsOfType(document, 'bpmn:Lane');
  for (let at = get(document, id); at && at.type !== 'bpmn:Process'; at = get(document, at.parent)) {
    const around = lanes.filter((lane) => refList(lane, 'flowNodeRef').includes(at?.id ?? ''));
    const innermost = around.find((lane) => !around.some((other) => isInside(document, other, lane)));
    if (innermost) return groupOf(document, innermost);
  }
  return undefined;
}

function groupOf(document: ProcessDocument, lane: DocElement): string | undefined {
  const [own] = childrenOf(document, lane.id, 'partitionElement');
  const partition = own ?? resolve(document, lane, 'partitionElementRef');
  const resource = resolve(document, partition, 'resourceRef') ?? partition;
  return nameOf(resource).trim() || nameOf(lane).replace(/\s+/g, ' ').trim() || undefined;
}

function isInside(document: ProcessDocument, inner: DocElement, outer: DocElement): boolean {
  for (let at = get(document, inner.parent); at; at = get(document, at.parent)) if (at === outer) return true;
  return false;
}
