import {
  attachedTo,
  type Bounds,
  boundaryEvents,
  boundsOf,
  childrenOf,
  diBounds,
  diLabelBounds,
  type ElementId,
  get,
  type Point,
  type ProcessDocument,
  ref,
  resolve,
  waypointsOf,
} from '@/lib/document';
import { type Axis, along, endOf, middleOf, sizeOf, spanned, startOf } from '../axis';
import { growContainers, onBorder } from '../contain';
import { edgeIn, endsOf, setBounds, setWaypointsOf, shiftLabel } from '../di';
import { Edit } from '../edit';
import { follow, isAutoRouted } from '../follow';
import { shift } from '../geometry';
import { assignLanes, processOfLane, reassignLanes } from '../lanes';
import { connectionsOf, isExpanded } from '../place';
import { leastSize } from '../rules';
import { isNode, isSubProcess } from '../traits';
import { type EditResult, refuse } from '../types';
import { withDependents } from './move';

/** What the space tool was dragged to do. */
export interface Space {
  plane: ElementId;
  /** `x` makes room to the left or right, `y` above or below. */
  axis: Axis;
  /** Where the line was when the drag began, in diagram pixels. */
  at: number;
  /** How far it was dragged along the axis; negative to the left and up. */
  by: number;
  /** Ctrl: what lies on the other side of the line moves instead. */
  invert?: boolean;
  /** Only what is in this pool or sub-process moves, and it grows or shrinks; absent (Shift): the whole drawing. */
  within?: ElementId | undefined;
}

/**
 * Adds or removes space: dragging to the right or down moves what lies beyond the line, dragging to the left or up
 * what lies before it; `invert` turns that around and so removes space. Containers across the line change their
 * size, attached events and way-points go with their shapes. Removing stops where something stands.
 */
export function makeSpace(document: ProcessDocument, space: Space): EditResult {
  if (get(document, space.plane)?.type !== 'bpmndi:BPMNPlane')
    return refuse('There is no drawing to make space in');
  if (space.within && !boundsOf(document, space.within, space.plane))
    return refuse('This container is not drawn');
  if (!Number.isFinite(space.by) || !Number.isFinite(space.at)) return refuse('A distance is a number');
  const after = space.by > 0 !== (space.invert === true);
  const edit = new Edit(document);
  const moved = carryOut(edit, { ...space, after, growing: [] });
  if (moved === 0) return { document, select: [], announce: 'There is nothing to move there' };
  const removes = after ? space.by < 0 : space.by > 0;
  return { document: edit.document, select: [], announce: removes ? 'Removed space' : 'Added space' };
}

/** Opens room beyond a line for something new, in a document under change. */
export function openSpace(
  edit: Edit,
  space: Omit<Space, 'invert'> & { growing: readonly ElementId[] },
): void {
  carryOut(edit, { ...space, after: true });
}

interface Work extends Space {
  /** Whether what lies beyond the line moves, or what lies before it. */
  after: boolean;
  /** Containers that grow although the line is at their border. */
  growing: readonly ElementId[];
}

interface Placed {
  id: ElementId;
  bounds: Bounds;
}

function carryOut(edit: Edit, work: Work): number {
  const shapes = shapesIn(edit.document, work);
  const known = new Set(shapes.map(({ id }) => id));
  const stretched = shapes.filter((one) => stretches(edit.document, work, one));
  const still = new Set(stretched.map(({ id }) => id));
  const moving = new Set<ElementId>();
  for (const { id, bounds } of shapes) {
    // An attached event goes where its step goes.
    const rides = known.has(attachedTo(edit.document, id)?.id ?? '');
    if (still.has(id) || rides || !lies(work, bounds)) continue;
    for (const one of withDependents(edit.document, [id])) if (!still.has(one)) moving.add(one);
  }
  const by = limited(edit.document, work, { shapes, stretched, moving });
  if (by === 0 || moving.size + stretched.length === 0) return 0;
  for (const { id, bounds } of shapes)
    if (moving.has(id)) setBounds(edit, id, shift(bounds, along(work.axis, by)));
  for (const { id, bounds } of stretched) setBounds(edit, id, stretchedBy(work, bounds, by));
  const touched = new Set([...moving, ...still, ...carryEvents(edit, work, by, still)]);
  moveLines(edit, work, by, { moving, touched });
  settle(edit, [...touched], work.within);
  return touched.size;
}

function settle(edit: Edit, touched: readonly ElementId[], within: ElementId | undefined): void {
  assignLanes(edit, touched);
  const processes = new Set(
    touched.flatMap((id) => ref(edit.get(id), 'processRef') ?? processOfLane(edit.document, id) ?? []),
  );
  for (const process of processes)
    if (edit.get(process)?.type === 'bpmn:Process') reassignLanes(edit, process);
  if (within) growContainers(edit, [within]);
}

/** The shapes of the plane the tool may touch: all, or those in a container with itself. */
function shapesIn(document: ProcessDocument, { plane, within }: Work): Placed[] {
  const only = within ? withDependents(document, [within]) : undefined;
  return childrenOf(document, plane, 'planeElement').flatMap((shape) => {
    const element = resolve(document, shape, 'bpmnElement');
    const bounds = diBounds(shape);
    if (!element || !bounds || !isNode(element) || (only && !only.has(element.id))) return [];
    return [{ id: element.id, bounds }];
  });
}

const isContainer = (document: ProcessDocument, id: ElementId): boolean => {
  const type = get(document, id)?.type ?? '';
  if (type === 'bpmn:Participant' || type === 'bpmn:Lane' || type === 'bpmn:Group') return true;
  return isSubProcess(type) && isExpanded(document, id);
};

function stretches(
  document: ProcessDocument,
  { axis, at, growing, within }: Work,
  { id, bounds }: Placed,
): boolean {
  if (growing.length > 0) return growing.includes(id);
  if (!isContainer(document, id)) return false;
  if (within === id) return true;
  return startOf(bounds, axis) < at && endOf(bounds, axis) > at;
}

const lies = ({ axis, at, after }: Work, bounds: Bounds): boolean =>
  after ? middleOf(bounds, axis) >= at : middleOf(bounds, axis) <= at;

function stretchedBy({ axis, after }: Work, b: Bounds, by: number): Bounds {
  return after
    ? spanned(b, axis, startOf(b, axis), endOf(b, axis) + by)
    : spanned(b, axis, startOf(b, axis) + by, endOf(b, axis));
}

interface Parts {
  shapes: readonly Placed[];
  stretched: readonly Placed[];
  moving: ReadonlySet<ElementId>;
}

/** The distance, cut where a container would get too small or one shape would run into another. */
function limited(document: ProcessDocument, work: Work, { shapes, stretched, moving }: Parts): number {
  const { axis, after, by } = work;
  const room = after ? -by : by;
  if (room <= 0) return by;
  let most = room;
  for (const { id, bounds } of stretched) {
    const least = leastSize(get(document, id)?.type ?? '');
    most = Math.min(most, sizeOf(bounds, axis) - (axis === 'x' ? least.width : least.height));
  }
  const stretching = new Set(stretched.map(({ id }) => id));
  const standing = shapes.filter(({ id }) => !moving.has(id) && !stretching.has(id));
  const going = shapes.filter(({ id }) => moving.has(id));
  most = Math.min(most, gapBetween(going, standing, work), gapToBorders(standing, stretched, work));
  return Math.max(0, Math.floor(most)) * Math.sign(by);
}

/** How far the moving shapes are from those that stand in their way. */
function gapBetween(going: readonly Placed[], standing: readonly Placed[], { axis, after }: Work): number {
  const cross: Axis = axis === 'x' ? 'y' : 'x';
  let gap = Number.POSITIVE_INFINITY;
  for (const { bounds: a } of going)
    for (const { bounds: b } of standing) {
      if (startOf(a, cross) >= endOf(b, cross) || startOf(b, cross) >= endOf(a, cross)) continue;
      const free = after ? startOf(a, axis) - endOf(b, axis) : startOf(b, axis) - endOf(a, axis);
      if (free >= 0) gap = Math.min(gap, free);
    }
  return gap;
}

/** How far a border that comes nearer is from what stands inside. */
function gapToBorders(
  standing: readonly Placed[],
  stretched: readonly Placed[],
  { axis, after }: Work,
): number {
  let gap = Number.POSITIVE_INFINITY;
  for (const { bounds: b } of stretched)
    for (const { bounds: a } of standing) {
      if (startOf(a, axis) < startOf(b, axis) || endOf(a, axis) > endOf(b, axis)) continue;
      gap = Math.min(gap, after ? endOf(b, axis) - endOf(a, axis) : startOf(a, axis) - startOf(b, axis));
    }
  return gap;
}

/** Events on a container that changed its size: those beyond the line go with that side. Answers which. */
function carryEvents(edit: Edit, work: Work, by: number, stretched: ReadonlySet<ElementId>): ElementId[] {
  return [...stretched].flatMap((host) =>
    boundaryEvents(edit.document, host).flatMap(({ id }) => {
      const bounds = boundsOf(edit.document, id);
      if (!bounds) return [];
      const moved = lies(work, bounds) ? shift(bounds, along(work.axis, by)) : bounds;
      setBounds(edit, id, onBorder(boundsOf(edit.document, host), moved));
      return [id];
    }),
  );
}

interface Gone {
  moving: ReadonlySet<ElementId>;
  touched: ReadonlySet<ElementId>;
}

/** Way-points beyond the line go along, so that a stretch across it gets longer; other lines follow their ends. */
function moveLines(edit: Edit, work: Work, by: number, { moving, touched }: Gone): void {
  for (const { id } of connectionsOf(edit.base, touched)) {
    const edge = edgeIn(edit, id);
    const { source, target } = endsOf(edit.document, id);
    const line = waypointsOf(edit.base, id);
    const beyond = (p: Point) => (work.after ? p[work.axis] >= work.at : p[work.axis] <= work.at);
    const fits = [source, target].every((end, i) => {
      const p = line.at(-i);
      return end !== undefined && p && (touched.has(end) ? moving.has(end) && beyond(p) : !beyond(p));
    });
    if (!edge || !fits || isAutoRouted(edit.base, id)) {
      follow(edit, id);
      continue;
    }
    const label = diLabelBounds(edit.document, edge);
    if (label && lies(work, label)) shiftLabel(edit, edge, along(work.axis, by));
    const points = line.map((p) => (beyond(p) ? shift(p, along(work.axis, by)) : p));
    setWaypointsOf(edit, id, points, true);
  }
}
