import {
  type Bounds,
  boundaryEvents,
  boundsOf,
  childrenOf,
  type ElementId,
  get,
  mustGet,
  type ProcessDocument,
  ref,
  shapeOf,
} from '@/lib/document';
import { growContainers, sizeShape } from '../contain';
import { Edit } from '../edit';
import { followEdges } from '../follow';
import { grow, union } from '../geometry';
import { assignLanes, reassignLanes } from '../lanes';
import { isExpanded } from '../place';
import { canResize, label, leastSize } from '../rules';
import { type EditResult, refuse } from '../types';
import { resizeLane } from './lane-borders';

/** Gives an element new bounds; it stays as large as its content and its kind need. Neighbours of a lane give way. */
export function resize(document: ProcessDocument, id: ElementId, wanted: Bounds): EditResult {
  const type = get(document, id)?.type;
  if (!type) return refuse('This element is no longer there');
  if (!canResize(document, id, isExpanded(document, id)))
    return refuse('Steps, events and gateways keep their size, so that diagrams look alike');
  if (!boundsOf(document, id)) return refuse('This element is not drawn');
  if (![wanted.x, wanted.y, wanted.width, wanted.height].every(Number.isFinite))
    return refuse('A size is four numbers');
  if (type === 'bpmn:Lane') return resizeLane(document, id, wanted);
  const edit = new Edit(document);
  resizeIn(edit, id, atLeast(document, id, wanted));
  return { document: edit.document, select: [id], announce: `Resized ${label(document, id)}` };
}

/** Resizes in a document under change: events stay on the border, lanes and flows follow, parents grow. */
export function resizeIn(edit: Edit, id: ElementId, after: Bounds): void {
  sizeShape(edit, id, after);
  const moved = [id, ...boundaryEvents(edit.document, id).map((event) => event.id)];
  followEdges(edit, moved);
  assignLanes(edit, moved);
  const process = ref(edit.get(id), 'processRef');
  if (process) reassignLanes(edit, process);
  growContainers(edit, [id]);
}

/** The wanted bounds, or larger where the kind or what is inside needs it. */
export function atLeast(document: ProcessDocument, id: ElementId, wanted: Bounds): Bounds {
  const least = leastSize(mustGet(document, id).type);
  const sized = {
    ...wanted,
    width: Math.max(least.width, wanted.width),
    height: Math.max(least.height, wanted.height),
  };
  const plane = shapeOf(document, id)?.parent ?? '';
  const content = union(inside(document, id).flatMap((inner) => boundsOf(document, inner, plane) ?? []));
  return content ? (union([sized, grow(content, 10)]) ?? sized) : sized;
}

function inside(document: ProcessDocument, id: ElementId): ElementId[] {
  const element = mustGet(document, id);
  const owner = element.type === 'bpmn:Participant' ? (ref(element, 'processRef') ?? '') : id;
  return ['flowElements', 'artifacts'].flatMap((property) =>
    childrenOf(document, owner, property).map((child) => child.id),
  );
}
