import {
  type Bounds,
  boundsOf,
  childrenOf,
  type DocElement,
  diBounds,
  type ElementId,
  elementsOfType,
  get,
  type ProcessDocument,
  ref,
  referrersOf,
  shapeOf,
} from '@/lib/document';
import { setBounds } from './di';
import type { Edit } from './edit';
import { bottom, centre, contains, right } from './geometry';
import { isFlowNode } from './traits';

/** Width of the band at the side of a pool or of a lane with lanes in it that carries its name. */
export const BAND = 30;

/** The lanes directly in a pool's process or in a lane, in document order. */
export function lanesIn(document: ProcessDocument, owner: ElementId): DocElement[] {
  const element = get(document, owner);
  const property = element?.type === 'bpmn:Lane' ? 'childLaneSet' : 'laneSets';
  return childrenOf(document, owner, property).flatMap((set) => childrenOf(document, set.id, 'lanes'));
}

/** All lanes of a process, whatever their depth. */
export function allLanesOf(document: ProcessDocument, process: ElementId): DocElement[] {
  const found = lanesIn(document, process);
  for (const lane of found) found.push(...lanesIn(document, lane.id));
  return found;
}

/** What holds a lane: its process, or the lane around it. */
export const ownerOfLane = (document: ProcessDocument, lane: ElementId): ElementId | undefined =>
  get(document, get(document, lane)?.parent)?.parent ?? undefined;

/** The process a lane divides; undefined for something that is no lane. */
export function processOfLane(document: ProcessDocument, lane: ElementId): ElementId | undefined {
  let at = get(document, lane);
  while (at && (at.type === 'bpmn:Lane' || at.type === 'bpmn:LaneSet')) at = get(document, at.parent);
  return at?.id;
}

/** Whether the lanes of a pool or lane lie side by side instead of one below the other. */
export function isUpright(document: ProcessDocument, shape: ElementId): boolean {
  return shapeOf(document, shape)?.attrs.isHorizontal === false;
}

/** Puts each flow node into the lane its centre lies in, and takes it out of every other. */
export function assignLanes(edit: Edit, ids: Iterable<ElementId>): void {
  if (elementsOfType(edit.document, 'bpmn:Lane').length === 0) return;
  const leaves = new Map<ElementId, { id: ElementId; area: Bounds; plane: ElementId | null }[]>();
  for (const id of ids) {
    const element = edit.get(id);
    if (!element?.parent || !isFlowNode(element.type)) continue;
    const shape = shapeOf(edit.document, id);
    const bounds = diBounds(shape);
    if (!shape || !bounds) continue;
    if (!leaves.has(element.parent)) leaves.set(element.parent, leavesOf(edit.document, element.parent));
    const home = leaves
      .get(element.parent)
      ?.find(({ area, plane }) => plane === shape.parent && contains(area, centre(bounds)));
    putInLane(edit, id, home?.id);
  }
}

/** Puts all nodes of a process into the lanes they lie in, after lanes changed. */
export function reassignLanes(edit: Edit, process: ElementId): void {
  assignLanes(
    edit,
    childrenOf(edit.document, process, 'flowElements').map(({ id }) => id),
  );
}

function leavesOf(document: ProcessDocument, process: ElementId) {
  return allLanesOf(document, process)
    .filter(({ id }) => lanesIn(document, id).length === 0)
    .flatMap(({ id }) => {
      const shape = shapeOf(document, id);
      const area = diBounds(shape);
      return shape && area ? [{ id, area, plane: shape.parent }] : [];
    });
}

function putInLane(edit: Edit, id: ElementId, lane: ElementId | undefined): void {
  for (const other of referrersOf(edit.document, id))
    if (other.type === 'bpmn:Lane' && other.id !== lane) edit.dropRef(other.id, 'flowNodeRef', id);
  if (lane) edit.addRef(lane, 'flowNodeRef', id);
}

/** Lanes take part in the size of their pool: all in its length, the outermost in its breadth. */
export function stretchLanes(edit: Edit, pool: ElementId, before: Bounds, after: Bounds): void {
  const process = ref(edit.get(pool), 'processRef');
  if (process) stretch(edit, process, before, after);
}

function stretch(edit: Edit, owner: ElementId, before: Bounds, after: Bounds): void {
  for (const lane of lanesIn(edit.document, owner)) {
    const bounds = boundsOf(edit.document, lane.id);
    if (!bounds) continue;
    const next = sides(bounds, before, after);
    setBounds(edit, lane.id, next);
    stretch(edit, lane.id, bounds, next);
  }
}

/** Moves those sides of a lane that lie on its container's border, or behind its name band. */
function sides(lane: Bounds, before: Bounds, after: Bounds): Bounds {
  const x = near(lane.x, before.x) || near(lane.x, before.x + BAND) ? lane.x + after.x - before.x : lane.x;
  const y = near(lane.y, before.y) || near(lane.y, before.y + BAND) ? lane.y + after.y - before.y : lane.y;
  const far = near(right(lane), right(before)) ? right(after) : right(lane);
  const low = near(bottom(lane), bottom(before)) ? bottom(after) : bottom(lane);
  return { x, y, width: Math.max(BAND, far - x), height: Math.max(BAND, low - y) };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;
