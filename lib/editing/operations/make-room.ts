import {
  attachedTo,
  type Bounds,
  boundsOf,
  childrenOf,
  diBounds,
  type ElementId,
  get,
  type ProcessDocument,
  ref,
  resolve,
  shapeOf,
} from '@/lib/document';
import { type Axis, crossOf, endOf, middleOf, startOf } from '../axis';
import { PADDING } from '../contain';
import { subtree } from '../edit';
import { APPEND_GAP, overlap } from '../geometry';
import { isNode } from '../traits';
import { isRefused } from '../types';
import { makeSpace } from './space';

/** Room between what grows and what was moved out of its way above and below; beside it flows need more. */
const GAP: Record<Axis, number> = { x: APPEND_GAP, y: 30 };

/** A side of a shape: which axis, and whether it is the far end of it. */
interface Side {
  axis: Axis;
  far: boolean;
}

const SIDES: readonly Side[] = [
  { axis: 'x', far: true },
  { axis: 'x', far: false },
  { axis: 'y', far: true },
  { axis: 'y', far: false },
];

/**
 * Makes room for a shape to grow: what would be covered moves out of the way with everything beyond it, and
 * containers around it grow. Neighbours in its row give way to the sides, all others up or down.
 * @param open what the shape is going to cover
 */
export function makeRoomFor(document: ProcessDocument, id: ElementId, open: Bounds): ProcessDocument {
  const beside = SIDES.filter(({ axis }) => axis === 'x');
  const aboveAndBelow = SIDES.filter(({ axis }) => axis === 'y');
  let roomy = document;
  for (const side of beside) roomy = push(roomy, id, open, side, { sameRow: true });
  for (const side of [...aboveAndBelow, ...beside]) roomy = push(roomy, id, open, side, { sameRow: false });
  return roomy;
}

function push(
  document: ProcessDocument,
  id: ElementId,
  open: Bounds,
  side: Side,
  only: { sameRow: boolean },
): ProcessDocument {
  const bounds = boundsOf(document, id);
  const plane = shapeOf(document, id)?.parent;
  if (!bounds || !plane) return document;
  const { inTheWay, around } = neighbours(document, id, plane, open);
  const cross = crossOf(side.axis);
  const beyond = inTheWay.filter(
    (one) =>
      (side.far
        ? startOf(one, side.axis) >= endOf(bounds, side.axis)
        : endOf(one, side.axis) <= startOf(bounds, side.axis)) &&
      (!only.sameRow ||
        (startOf(one, cross) < endOf(bounds, cross) && endOf(one, cross) > startOf(bounds, cross))),
  );
  const missing = [
    ...beyond.map((one) =>
      side.far
        ? endOf(open, side.axis) + GAP[side.axis] - startOf(one, side.axis)
        : endOf(one, side.axis) - startOf(open, side.axis) + GAP[side.axis],
    ),
    ...(only.sameRow ? [] : around).map((one) =>
      side.far
        ? endOf(open, side.axis) + PADDING - endOf(one, side.axis)
        : startOf(one, side.axis) - startOf(open, side.axis) + PADDING,
    ),
  ];
  const by = Math.ceil(Math.max(0, ...missing));
  if (by === 0) return document;
  const at = side.far ? endOf(bounds, side.axis) : startOf(bounds, side.axis);
  const made = makeSpace(document, { plane, axis: side.axis, at, by: side.far ? by : -by });
  return isRefused(made) ? document : made.document;
}

/** The shapes that would be covered, and the containers that must hold the shape. */
function neighbours(document: ProcessDocument, id: ElementId, plane: ElementId, open: Bounds) {
  const own = new Set(subtree(document, id));
  const holders = holdersOf(document, id);
  const inTheWay: Bounds[] = [];
  const around: Bounds[] = [];
  for (const shape of childrenOf(document, plane, 'planeElement')) {
    const element = resolve(document, shape, 'bpmnElement');
    const bounds = diBounds(shape);
    if (!element || !bounds || !isNode(element) || own.has(element.id)) continue;
    if (holders.has(element.id)) around.push(bounds);
    else if (element.type !== 'bpmn:Group' && !attachedTo(document, element.id) && overlap(open, bounds))
      inTheWay.push(bounds);
  }
  return { inTheWay, around };
}

/** The sub-processes, the pool and the lanes that an element is in. */
function holdersOf(document: ProcessDocument, id: ElementId): ReadonlySet<ElementId> {
  const holders = new Set<ElementId>();
  for (let up = get(document, get(document, id)?.parent); up; up = get(document, up.parent))
    holders.add(up.id);
  const bounds = boundsOf(document, id);
  for (const element of Object.values(document.elements)) {
    if (element.type === 'bpmn:Participant' && holders.has(ref(element, 'processRef') ?? ''))
      holders.add(element.id);
    const lane = element.type === 'bpmn:Lane' ? boundsOf(document, element.id) : undefined;
    const holds = (axis: Axis) =>
      bounds &&
      lane &&
      startOf(lane, axis) <= middleOf(bounds, axis) &&
      endOf(lane, axis) >= middleOf(bounds, axis);
    if (lane && holds('x') && holds('y')) holders.add(element.id);
  }
  return holders;
}
