import { boundsOf, type ElementId, elementsOfType, type Point, type ProcessDocument } from '@/lib/document';
import { contains, isBlackBox, isExpanded, type Space } from '@/lib/editing';

/** Where a drag with the space tool began. */
export interface SpaceStart {
  plane: ElementId;
  at: Point;
  /** The smallest pool or open sub-process there. */
  within?: ElementId;
}

/** Which keys are held: Ctrl moves the other side, Shift the whole drawing. */
export interface SpaceKeys {
  ctrl: boolean;
  shift: boolean;
}

/** How far the pointer goes before it is clear which way the space is made, in diagram pixels. */
const DECIDED = 5;
const TYPES = ['bpmn:Participant', 'bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'];

/** The beginning of a drag at a point of a plane. */
export function spaceStart(document: ProcessDocument, plane: ElementId, at: Point): SpaceStart {
  let best: { id: ElementId; area: number } | undefined;
  for (const { id, type } of TYPES.flatMap((each) => elementsOfType(document, each))) {
    const b = boundsOf(document, id, plane);
    const open = type === 'bpmn:Participant' ? !isBlackBox(document, id) : isExpanded(document, id);
    if (!b || !open || !contains(b, at)) continue;
    if (!best || b.width * b.height < best.area) best = { id, area: b.width * b.height };
  }
  return { plane, at, ...(best && { within: best.id }) };
}

/**
 * What a drag from its start to a point means: the direction is the one it went further in, in whole pixels of the
 * grid. Null as long as it isn't clear. @param axis the direction, when it was decided before.
 */
export function spaceOf(
  start: SpaceStart,
  now: Point,
  keys: SpaceKeys,
  axis: Space['axis'] | null,
): Space | null {
  const [dx, dy] = [now.x - start.at.x, now.y - start.at.y];
  if (!axis && Math.max(Math.abs(dx), Math.abs(dy)) < DECIDED) return null;
  const along = axis ?? (Math.abs(dx) >= Math.abs(dy) ? 'x' : 'y');
  const by = Math.round((along === 'x' ? dx : dy) / 10) * 10;
  return {
    plane: start.plane,
    axis: along,
    at: start.at[along],
    by,
    invert: keys.ctrl,
    within: keys.shift ? undefined : start.within,
  };
}
