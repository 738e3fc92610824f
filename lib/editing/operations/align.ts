import {
  attachedTo,
  type Bounds,
  boundsOf,
  type ElementId,
  type Point,
  type ProcessDocument,
  shapeOf,
} from '@/lib/document';
import { type Axis, along, endOf, middleOf, sizeOf, startOf } from '../axis';
import { Edit } from '../edit';
import { union } from '../geometry';
import { type EditResult, refuse } from '../types';
import { movable, moveEach, withDependents } from './move';

/** Where selected elements are lined up: at an edge of the selection or at its middle. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

const WORDS: Record<Alignment, string> = {
  left: 'left',
  centre: 'by their centres',
  right: 'right',
  top: 'at the top',
  middle: 'by their middles',
  bottom: 'at the bottom',
};

/** Lines up elements at an edge or the middle of all of them; what is inside or attached goes along. */
export function align(document: ProcessDocument, ids: readonly ElementId[], to: Alignment): EditResult {
  const items = itemsOf(document, ids);
  const all = union(items.map(({ bounds }) => bounds));
  if (!all || items.length < 2) return refuse('Select two or more elements of one drawing to align them');
  const axis: Axis = to === 'left' || to === 'centre' || to === 'right' ? 'x' : 'y';
  const deltas = items.map(({ id, bounds }): [ElementId, Point] => {
    const by = {
      start: startOf(all, axis) - startOf(bounds, axis),
      end: endOf(all, axis) - endOf(bounds, axis),
    };
    if (to === 'left' || to === 'top') return [id, along(axis, by.start)];
    if (to === 'right' || to === 'bottom') return [id, along(axis, by.end)];
    return [id, along(axis, Math.round(middleOf(all, axis) - middleOf(bounds, axis)))];
  });
  return carryOut(document, deltas, `Aligned ${items.length} elements ${WORDS[to]}`);
}

/** Gives elements equal gaps between the first and the last, which stay; where they overlap, equal distances. */
export function distribute(
  document: ProcessDocument,
  ids: readonly ElementId[],
  direction: 'horizontally' | 'vertically',
): EditResult {
  const items = itemsOf(document, ids);
  if (items.length < 3) return refuse('Select three or more elements of one drawing to distribute them');
  const axis: Axis = direction === 'horizontally' ? 'x' : 'y';
  const sorted = items.toSorted((a, b) => middleOf(a.bounds, axis) - middleOf(b.bounds, axis));
  const [first, last] = [sorted[0]?.bounds, sorted[sorted.length - 1]?.bounds] as [Bounds, Bounds];
  const inner = sorted.slice(1, -1);
  const taken = inner.reduce((sum, { bounds }) => sum + sizeOf(bounds, axis), 0);
  const gap = (startOf(last, axis) - endOf(first, axis) - taken) / (sorted.length - 1);
  const step = (middleOf(last, axis) - middleOf(first, axis)) / (sorted.length - 1);
  let at = endOf(first, axis);
  const deltas = inner.map(({ id, bounds }, i): [ElementId, Point] => {
    const start = gap >= 0 ? at + gap : middleOf(first, axis) + step * (i + 1) - sizeOf(bounds, axis) / 2;
    at = start + sizeOf(bounds, axis);
    return [id, along(axis, Math.round(start - startOf(bounds, axis)))];
  });
  return carryOut(document, deltas, `Distributed ${items.length} elements ${direction}`);
}

/** What of a selection stands for itself: not what is inside or attached to another selected element. */
function itemsOf(document: ProcessDocument, ids: readonly ElementId[]): { id: ElementId; bounds: Bounds }[] {
  const nodes = movable(document, ids);
  const inner = new Set<ElementId>();
  for (const id of nodes) for (const one of withDependents(document, [id])) if (one !== id) inner.add(one);
  const plane = shapeOf(document, nodes[0] ?? '')?.parent;
  return nodes.flatMap((id) => {
    const bounds = plane ? boundsOf(document, id, plane) : undefined;
    return bounds && !inner.has(id) && !attachedTo(document, id) ? [{ id, bounds }] : [];
  });
}

function carryOut(
  document: ProcessDocument,
  deltas: readonly [ElementId, Point][],
  announce: string,
): EditResult {
  const select = deltas.map(([id]) => id);
  const moving = deltas.filter(([, { x, y }]) => x !== 0 || y !== 0);
  if (moving.length === 0) return { document, select, announce: 'Nothing moved' };
  const edit = new Edit(document);
  moveEach(edit, new Map(moving));
  return { document: edit.document, select, announce };
}
