import {
  type Bounds,
  boundaryEvents,
  boundsOf,
  childrenOf,
  type ElementId,
  mustGet,
  type ProcessDocument,
  ref,
} from '@/lib/document';
import { stretchLanes } from '../contain';
import { setBounds } from '../di';
import { Edit } from '../edit';
import { followEdges } from '../follow';
import { bottom, grow, right, union } from '../geometry';
import { assignLanes, isExpanded } from '../place';
import { canResize, label, leastSize } from '../rules';
import { type EditResult, refuse } from '../types';
import { onBorder } from './move';

/** Gives an element new bounds; it stays as large as its content and its kind need. */
export function resize(document: ProcessDocument, id: ElementId, wanted: Bounds): EditResult {
  if (!canResize(document, id, isExpanded(document, id)))
    return refuse('Steps, events and gateways keep their size, so that diagrams look alike');
  const before = boundsOf(document, id);
  if (!before) return refuse('This element is not drawn');
  const after = atLeast(document, id, wanted);
  const edit = new Edit(document);
  setBounds(edit, id, after);
  const moved = new Set([id]);
  for (const event of boundaryEvents(document, id)) {
    const bounds = boundsOf(document, event.id);
    if (bounds) setBounds(edit, event.id, onBorder(after, carried(bounds, before, after)));
    moved.add(event.id);
  }
  const type = mustGet(document, id).type;
  if (type === 'bpmn:Participant') stretchLanes(edit, id, before, after);
  followEdges(edit, moved);
  if (type === 'bpmn:Participant' || type === 'bpmn:Lane') assignLanes(edit, inside(document, id));
  return { document: edit.document, select: [id], announce: `Resized ${label(document, id)}` };
}

/** An attached event stays at the side it was on. */
function carried(event: Bounds, before: Bounds, after: Bounds): Bounds {
  const low = Math.abs(event.y + event.height / 2 - bottom(before)) < 2;
  const far = Math.abs(event.x + event.width / 2 - right(before)) < 2;
  return {
    ...event,
    x: event.x + (far ? right(after) - right(before) : 0),
    y: event.y + (low ? bottom(after) - bottom(before) : 0),
  };
}

function atLeast(document: ProcessDocument, id: ElementId, wanted: Bounds): Bounds {
  const least = leastSize(mustGet(document, id).type);
  const sized = {
    ...wanted,
    width: Math.max(least.width, wanted.width),
    height: Math.max(least.height, wanted.height),
  };
  const content = union(inside(document, id).flatMap((inner) => boundsOf(document, inner) ?? []));
  return content ? (union([sized, grow(content, 10)]) ?? sized) : sized;
}

function inside(document: ProcessDocument, id: ElementId): ElementId[] {
  const element = mustGet(document, id);
  const owner = element.type === 'bpmn:Participant' ? (ref(element, 'processRef') ?? '') : id;
  return ['flowElements', 'artifacts'].flatMap((property) =>
    childrenOf(document, owner, property).map((child) => child.id),
  );
}
