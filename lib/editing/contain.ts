import {
  type Bounds,
  boundaryEvents,
  boundsOf,
  diBounds,
  type ElementId,
  elementsOfType,
  type ProcessDocument,
  ref,
} from '@/lib/document';
import { nearestSide, setBounds, shapeIn } from './di';
import type { Edit } from './edit';
import { followEdges } from './follow';
import { bottom, centre, right } from './geometry';
import { assignLanes, reassignLanes, stretchLanes } from './lanes';
import { isSubProcess } from './traits';

/** Room between a container's border and what is in it. */
export const PADDING = 20;

/** Lets open sub-processes and pools grow until they hold the elements again; nothing else moves. */
export function growContainers(edit: Edit, ids: Iterable<ElementId>): void {
  const grown = new Set<ElementId>();
  for (const id of ids) growAround(edit, id, grown);
  if (grown.size === 0) return;
  followEdges(edit, grown);
  assignLanes(edit, grown);
  for (const id of grown) {
    const process = ref(edit.get(id), 'processRef');
    if (process) reassignLanes(edit, process);
  }
}

function growAround(edit: Edit, id: ElementId, grown: Set<ElementId>): void {
  const plane = shapeIn(edit, id)?.parent;
  let inner = diBounds(shapeIn(edit, id));
  let parent = edit.get(edit.get(id)?.parent);
  while (inner && parent) {
    const drawn = isSubProcess(parent.type) ? parent.id : poolOf(edit.document, parent.id);
    const shape = drawn ? shapeIn(edit, drawn) : undefined;
    // A collapsed sub-process doesn't hold what its own plane shows.
    if (shape && (shape.parent !== plane || shape.attrs.isExpanded === false)) return;
    const outer = diBounds(shape);
    if (drawn && outer) {
      const next = hold(outer, inner, isSubProcess(parent.type) ? PADDING : PADDING + 10);
      if (next !== outer) {
        sizeShape(edit, drawn, next);
        grown.add(drawn);
        for (const event of boundaryEvents(edit.document, drawn)) grown.add(event.id);
      }
      inner = next;
    }
    parent = edit.get(parent.parent);
  }
}

/** The pool that shows a process; undefined when it is drawn without one. */
export function poolOf(document: ProcessDocument, process: ElementId): ElementId | undefined {
  return elementsOfType(document, 'bpmn:Participant').find((pool) => ref(pool, 'processRef') === process)?.id;
}

function hold(outer: Bounds, inner: Bounds, padding: number): Bounds {
  const x = Math.min(outer.x, inner.x - padding);
  const y = Math.min(outer.y, inner.y - padding);
  const width = Math.max(right(outer), right(inner) + padding) - x;
  const height = Math.max(bottom(outer), bottom(inner) + padding) - y;
  const same = x === outer.x && y === outer.y && width === outer.width && height === outer.height;
  return same ? outer : { x, y, width, height };
}

/** Gives a shape another size: events stay on the side they are on, lanes take part in the size of their pool. */
export function sizeShape(edit: Edit, id: ElementId, after: Bounds): void {
  const before = boundsOf(edit.document, id);
  if (!before) return;
  setBounds(edit, id, after);
  for (const event of boundaryEvents(edit.document, id)) {
    const bounds = boundsOf(edit.document, event.id);
    if (bounds) setBounds(edit, event.id, onBorder(after, carried(bounds, before, after)));
  }
  if (edit.get(id)?.type === 'bpmn:Participant') stretchLanes(edit, id, before, after);
}

/** An attached event stays at the side it was on. */
function carried(event: Bounds, before: Bounds, after: Bounds): Bounds {
  const low = Math.abs(event.y + event.height / 2 - bottom(before)) < 2;
  const high = Math.abs(event.y + event.height / 2 - before.y) < 2;
  const far = Math.abs(event.x + event.width / 2 - right(before)) < 2;
  const near = Math.abs(event.x + event.width / 2 - before.x) < 2;
  return {
    ...event,
    x: event.x + (far ? right(after) - right(before) : near ? after.x - before.x : 0),
    y: event.y + (low ? bottom(after) - bottom(before) : high ? after.y - before.y : 0),
  };
}

/** The bounds with their centre on the border of the host, as near as possible. */
export function onBorder(host: Bounds | undefined, event: Bounds): Bounds {
  if (!host) return event;
  const c = centre(event);
  const x = Math.max(host.x, Math.min(right(host), c.x));
  const y = Math.max(host.y, Math.min(bottom(host), c.y));
  const side = nearestSide(host, { x, y });
  const at = {
    x: side === 'left' ? host.x : side === 'right' ? right(host) : x,
    y: side === 'top' ? host.y : side === 'bottom' ? bottom(host) : y,
  };
  return { ...event, x: at.x - event.width / 2, y: at.y - event.height / 2 };
}
