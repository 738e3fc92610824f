import {
  type Bounds,
  boundsOf,
  type ElementId,
  get,
  newElement,
  newId,
  type Point,
  type ProcessDocument,
  ref,
  shapeOf,
} from '@/lib/document';
import { type Axis, along, crossOf, endOf, middleOf, sizeOf, spanned, startOf } from '../axis';
import { poolOf } from '../contain';
import { addShape } from '../di';
import { Edit } from '../edit';
import { BAND, isUpright, lanesIn, ownerOfLane, processOfLane, reassignLanes } from '../lanes';
import { label } from '../rules';
import { isFlowNode } from '../traits';
import { type EditResult, isRefused, refuse } from '../types';
import { moveAllInto } from './drop';
import { LEAST_LANE } from './lane-borders';
import { openSpace } from './space';

/** Breadth of a new lane, in diagram pixels. */
const NEW_LANE = 100;

/**
 * Adds a lane beside another one, or to a pool; a pool without lanes first gets one for what is in it.
 * `above` means before: to the left in an upright pool. What lies beyond makes room.
 */
export function addLane(document: ProcessDocument, id: ElementId, where: 'above' | 'below'): EditResult {
  const frame = frameOf(document, id);
  if (!frame) return refuse('Lanes belong to a pool that shows its process');
  const edit = new Edit(document);
  const { pool, axis } = frame;
  const owner = frame.lane ? (ownerOfLane(document, frame.lane) ?? frame.process) : frame.process;
  if (lanesIn(document, owner).length === 0) plantLanes(edit, frame, owner, [insideOf(frame, pool)]);
  const siblings = lanesIn(edit.document, owner).map((lane) => lane.id);
  const beside = frame.lane ?? (where === 'above' ? siblings[0] : siblings.at(-1)) ?? '';
  const bounds = boundsOf(edit.document, beside);
  if (!bounds) return refuse('This lane is not drawn');
  const at = where === 'above' ? startOf(bounds, axis) : endOf(bounds, axis);
  openSpace(edit, { plane: frame.plane, axis, at, by: NEW_LANE, growing: ancestorsOf(edit, owner, pool) });
  const place = spanned(boundsOf(edit.document, beside) ?? bounds, axis, at, at + NEW_LANE);
  const set = edit.must(beside).parent ?? '';
  const index = (edit.must(set).children.lanes ?? []).indexOf(beside) + (where === 'above' ? 0 : 1);
  const added = plantLane(edit, frame.plane, set, place, axis, index);
  reassignLanes(edit, frame.process);
  return {
    document: edit.document,
    select: [added],
    announce: `Added a lane ${where} ${label(document, id)}`,
  };
}

/** Divides a lane, or a pool without lanes, into two or three of the same breadth. */
export function divideLane(document: ProcessDocument, id: ElementId, parts: 2 | 3): EditResult {
  const frame = frameOf(document, id);
  const bounds = boundsOf(document, id);
  if (!frame || !bounds) return refuse('Only lanes and pools that show their process can be divided');
  const owner = frame.lane ?? frame.process;
  if (lanesIn(document, owner).length > 0)
    return refuse(`${capital(label(document, id))} is divided already: divide the lanes in it`);
  const breadth = sizeOf(bounds, frame.axis);
  if (parts !== 2 && parts !== 3) return refuse('A lane can be divided into two or three');
  if (breadth < parts * LEAST_LANE)
    return refuse(
      `To be divided into ${parts}, ${label(document, id)} must be at least ${parts * LEAST_LANE} px ${frame.axis === 'y' ? 'high' : 'wide'}; it is ${Math.round(breadth)}`,
    );
  const edit = new Edit(document);
  const area = insideOf(frame, id);
  const places = Array.from({ length: parts }, (_, i) =>
    spanned(area, frame.axis, cut(area, frame.axis, i / parts), cut(area, frame.axis, (i + 1) / parts)),
  );
  const made = plantLanes(edit, frame, owner, places);
  reassignLanes(edit, frame.process);
  return {
    document: edit.document,
    select: made,
    announce: `Divided ${label(document, id)} into ${parts} lanes`,
  };
}

/**
 * Moves nodes into a lane: each keeps its place along the lane and, as far as it fits, its distance from the middle
 * of the lane it was in.
 */
export function moveToLane(
  document: ProcessDocument,
  ids: readonly ElementId[],
  lane: ElementId,
): EditResult {
  const frame = frameOf(document, lane);
  const area = boundsOf(document, lane);
  if (!frame?.lane || !area) return refuse('This lane is not drawn');
  if (lanesIn(document, lane).length > 0)
    return refuse(`${capital(label(document, lane))} has lanes in it: choose one of them`);
  const nodes = ids.filter((id) => isFlowNode(get(document, id)?.type ?? '') && boundsOf(document, id));
  if (nodes.length === 0) return refuse('Only steps, events and gateways are in lanes');
  if (nodes.some((id) => shapeOf(document, id)?.parent !== frame.plane))
    return refuse('The lane is drawn in another diagram than these elements');
  const deltas = new Map(nodes.map((id) => [id, intoLane(document, id, frame.axis, area)]));
  const result = moveAllInto(document, deltas);
  return isRefused(result) ? result : { ...result, announce: `Moved to ${label(document, lane)}` };
}

function intoLane(document: ProcessDocument, id: ElementId, axis: Axis, area: Bounds): Point {
  const bounds = boundsOf(document, id) ?? area;
  const from = boundsOf(document, laneOf(document, id) ?? '') ?? area;
  const room = Math.max(0, (sizeOf(area, axis) - sizeOf(bounds, axis)) / 2);
  const off = middleOf(bounds, axis) - middleOf(from, axis);
  const middle = middleOf(area, axis) + Math.max(-room, Math.min(room, off));
  // A node of another pool comes to stand inside this one.
  const cross = crossOf(axis);
  const [low, high] = [startOf(area, cross) + 20, endOf(area, cross) - 20 - sizeOf(bounds, cross)];
  const beside = Math.max(low, Math.min(high, startOf(bounds, cross))) - startOf(bounds, cross);
  const [a, b] = [along(axis, middle - middleOf(bounds, axis)), along(cross, beside)];
  return { x: a.x + b.x, y: a.y + b.y };
}

/** The lane a node is in; undefined when it is in none. */
export function laneOf(document: ProcessDocument, id: ElementId): ElementId | undefined {
  return lanesHolding(document, id).find((lane) => lanesIn(document, lane).length === 0);
}

function lanesHolding(document: ProcessDocument, id: ElementId): ElementId[] {
  const process = get(document, id)?.parent ?? '';
  const open = lanesIn(document, process);
  const found: ElementId[] = [];
  for (const lane of open) {
    const list = lane.refs.flowNodeRef ?? [];
    if (list === id || (Array.isArray(list) && list.includes(id))) found.push(lane.id);
    open.push(...lanesIn(document, lane.id));
  }
  return found;
}

interface Frame {
  process: ElementId;
  pool: ElementId;
  /** Undefined when the pool itself is meant. */
  lane?: ElementId;
  plane: ElementId;
  /** Across the lanes: `y` for level ones. */
  axis: Axis;
  bounds: (id: ElementId) => Bounds;
}

function frameOf(document: ProcessDocument, id: ElementId): Frame | undefined {
  const element = get(document, id);
  const lane = element?.type === 'bpmn:Lane' ? id : undefined;
  const process = lane ? processOfLane(document, lane) : ref(element, 'processRef');
  const pool =
    lane && process ? poolOf(document, process) : element?.type === 'bpmn:Participant' ? id : undefined;
  const plane = shapeOf(document, pool ?? '')?.parent;
  if (!process || !get(document, process) || !pool || !plane) return undefined;
  const axis = isUpright(document, pool) ? 'x' : 'y';
  const bounds = (of: ElementId) => boundsOf(document, of) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { process, pool, plane, axis, bounds, ...(lane ? { lane } : {}) };
}

/** The room for lanes in a pool or lane: all but the band with its name. */
function insideOf({ axis, bounds }: Frame, id: ElementId): Bounds {
  const b = bounds(id);
  return spanned(b, crossOf(axis), startOf(b, crossOf(axis)) + BAND, endOf(b, crossOf(axis)));
}

const cut = (area: Bounds, axis: Axis, share: number): number =>
  Math.round(startOf(area, axis) + share * sizeOf(area, axis));

function ancestorsOf(edit: Edit, owner: ElementId, pool: ElementId): ElementId[] {
  const found = [pool];
  let at: ElementId | undefined = owner;
  while (at && edit.get(at)?.type === 'bpmn:Lane') {
    found.push(at);
    at = ownerOfLane(edit.document, at);
  }
  return found;
}

function plantLanes(edit: Edit, frame: Frame, owner: ElementId, places: readonly Bounds[]): ElementId[] {
  const property = edit.must(owner).type === 'bpmn:Lane' ? 'childLaneSet' : 'laneSets';
  const known = edit.must(owner).children[property]?.[0];
  const set = known ?? newId('LaneSet', edit.document);
  if (!known) edit.add(newElement('bpmn:LaneSet', set, owner, property));
  return places.map((place) => plantLane(edit, frame.plane, set, place, frame.axis));
}

function plantLane(
  edit: Edit,
  plane: ElementId,
  set: ElementId,
  place: Bounds,
  axis: Axis,
  index?: number,
): ElementId {
  const id = newId('Lane', edit.document);
  edit.add(newElement('bpmn:Lane', id, set, 'lanes'), index);
  addShape(edit, plane, id, place, { isHorizontal: axis === 'y' });
  return id;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
