import {
  type Bounds,
  boundsOf,
  childrenOf,
  diBounds,
  type ElementId,
  elementsOfType,
  type ProcessDocument,
  ref,
} from '@/lib/document';
import { setBounds, shapeIn } from './di';
import type { Edit } from './edit';
import { bottom, right } from './geometry';
import { isSubProcess } from './traits';

/** Room between a container's border and what is in it. */
const PADDING = 20;

/** Lets open sub-processes and pools grow until they hold the element again; nothing else moves. */
export function growContainers(edit: Edit, id: ElementId): ElementId[] {
  const grown: ElementId[] = [];
  let inner = diBounds(shapeIn(edit, id));
  let parent = edit.get(edit.get(id)?.parent);
  while (inner && parent) {
    const drawn = isSubProcess(parent.type) ? parent.id : poolOf(edit.document, parent.id);
    const outer = drawn && diBounds(shapeIn(edit, drawn));
    if (drawn && outer) {
      const next = hold(outer, inner, isSubProcess(parent.type) ? PADDING : PADDING + 10);
      if (next !== outer) {
        setBounds(edit, drawn, next);
        stretchLanes(edit, drawn, outer, next);
        grown.push(drawn);
      }
      inner = next;
    }
    parent = edit.get(parent.parent);
  }
  return grown;
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

/** Lanes take part in the size of their pool: all in its width, the outermost in its height. */
export function stretchLanes(edit: Edit, pool: ElementId, before: Bounds, after: Bounds): void {
  const process = ref(edit.get(pool), 'processRef');
  if (process) stretchSet(edit, process, 'laneSets', before, after);
}

function stretchSet(edit: Edit, owner: ElementId, property: string, before: Bounds, after: Bounds): void {
  const document = edit.document;
  const lanes = childrenOf(document, owner, property).flatMap((set) => childrenOf(document, set.id, 'lanes'));
  for (const lane of lanes) {
    const bounds = boundsOf(document, lane.id);
    if (!bounds) continue;
    const next = sides(bounds, before, after);
    setBounds(edit, lane.id, next);
    stretchSet(edit, lane.id, 'childLaneSet', bounds, next);
  }
}

/** Moves those sides of a lane that lie on its container's border (left: behind the name band). */
function sides(lane: Bounds, before: Bounds, after: Bounds): Bounds {
  const x = lane.x + (after.x - before.x);
  const y = near(lane.y, before.y) ? after.y : lane.y;
  const low = near(bottom(lane), bottom(before)) ? bottom(after) : bottom(lane);
  return { x, y, width: right(lane) + right(after) - right(before) - x, height: Math.max(30, low - y) };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;
