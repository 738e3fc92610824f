import {
  boundsOf,
  childrenOf,
  type DocElement,
  type ElementId,
  elementsOfType,
  newElement,
  newId,
  type Point,
  type ProcessDocument,
  processes,
  ref,
  referrersOf,
  refList,
  resolve,
  shapeOf,
  valuesOf,
} from '@/lib/document';
import type { Seed } from '@/lib/elements/define';
import { CONNECTIONS } from './di';
import type { Edit } from './edit';
import { contains } from './geometry';
import { isArtifact, isSubProcess } from './traits';

/** Whether a sub-process is drawn open, so that its content lies inside its shape. */
export function isExpanded(document: ProcessDocument, id: ElementId): boolean {
  const shape = shapeOf(document, id);
  if (!shape) return false;
  return shape.attrs.isExpanded !== false && childrenDrawnOn(document, id, shape.parent);
}

/** An open sub-process draws its content on its own plane's parent, a collapsed one on a plane of its own. */
function childrenDrawnOn(document: ProcessDocument, id: ElementId, plane: ElementId | null): boolean {
  if (shapeOf(document, id)?.attrs.isExpanded === true) return true;
  return childrenOf(document, id, 'flowElements').some((child) => shapeOf(document, child.id, plane ?? ''));
}

/** The innermost process, pool or open sub-process at a point of a plane. */
export function containerAt(
  document: ProcessDocument,
  plane: DocElement,
  point: Point,
  except: ReadonlySet<ElementId> = new Set(),
): ElementId | undefined {
  let best: { id: ElementId; area: number } | undefined;
  for (const element of CONTAINERS.flatMap((type) => elementsOfType(document, type))) {
    if (except.has(element.id)) continue;
    const bounds = boundsOf(document, element.id, plane.id);
    if (!bounds || !contains(bounds, point)) continue;
    const id = contentOf(document, element);
    const area = bounds.width * bounds.height;
    if (id && (!best || area < best.area)) best = { id, area };
  }
  return best?.id ?? ref(plane, 'bpmnElement') ?? processes(document)[0]?.id;
}

const CONTAINERS = ['bpmn:Participant', 'bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'];

/** The entry that holds what is drawn inside an element: itself, or a pool's process. */
function contentOf(document: ProcessDocument, element: DocElement): ElementId | undefined {
  if (element.type === 'bpmn:Participant') return resolve(document, element, 'processRef')?.id;
  return isSubProcess(element.type) && isExpanded(document, element.id) ? element.id : undefined;
}

/** The property of its container that holds an element of a type. */
export function containmentOf(type: string): string {
  if (type === 'bpmn:Participant') return 'participants';
  if (type === 'bpmn:MessageFlow') return 'messageFlows';
  return isArtifact(type) || type === 'bpmn:Association' ? 'artifacts' : 'flowElements';
}

/** Writes what a seed describes, with everything inside it, into a container; answers the new id. */
export function plant(edit: Edit, seed: Seed, parent: ElementId, containment: string): ElementId {
  const id = newId(idPrefix(seed.type), edit.document);
  edit.add(
    newElement(seed.type, id, parent, containment, { attrs: { ...seed.attrs }, values: { ...seed.values } }),
  );
  for (const [property, seeds] of Object.entries(seed.children ?? {}))
    for (const inner of seeds) plant(edit, inner, id, property);
  return id;
}

function idPrefix(type: string): string {
  const local = type.replace(/^.*:/, '');
  if (local.endsWith('EventDefinition')) return local;
  if (local.endsWith('Event')) return 'Event';
  if (local.endsWith('Gateway')) return 'Gateway';
  if (local.endsWith('Task')) return 'Task';
  return isSubProcess(type) ? 'SubProcess' : local;
}

/** Writes a sequence flow into `bpmn:incoming` and `bpmn:outgoing` of its ends, for readers that use them. */
export function linkEnds(edit: Edit, flow: ElementId): void {
  const element = edit.must(flow);
  if (element.type !== 'bpmn:SequenceFlow') return;
  const [source, target] = [ref(element, 'sourceRef'), ref(element, 'targetRef')];
  if (source && edit.get(source)) edit.addRef(source, 'outgoing', flow);
  if (target && edit.get(target)) edit.addRef(target, 'incoming', flow);
}

/** All flows and associations that start or end at one of the elements, in document order of their ends. */
export function connectionsOf(document: ProcessDocument, ids: Iterable<ElementId>): DocElement[] {
  const found = new Set<DocElement>();
  for (const id of ids) {
    for (const line of referrersOf(document, id))
      if (CONNECTIONS.has(line.type) && endsAt(line, id)) found.add(line);
    for (const property of DATA_ASSOCIATIONS)
      for (const line of childrenOf(document, id, property)) found.add(line);
  }
  return [...found];
}

const DATA_ASSOCIATIONS = ['dataInputAssociations', 'dataOutputAssociations'];

const endsAt = (line: DocElement, id: ElementId): boolean =>
  refList(line, 'sourceRef').includes(id) || refList(line, 'targetRef').includes(id);

/** Whether a shape has a size at all. */
export const isDrawn = (document: ProcessDocument, id: ElementId): boolean =>
  valuesOf(shapeOf(document, id), 'bounds').length > 0;
