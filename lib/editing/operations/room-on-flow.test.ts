import { describe, expect, it } from 'vitest';
import {
  type Bounds,
  boundsOf,
  type ElementId,
  mustGet,
  outgoing,
  type ProcessDocument,
  ref,
  waypointsOf,
} from '@/lib/document';
import { drawingFaults } from '../check-drawing';
import { kindById } from '../kinds';
import { done, planeId, sample } from '../testing/diagrams';
import { addNode } from './add-node';
import { addOnFlow, dropOnFlow } from './drop-on-flow';
import { makeSpace } from './space';

const { document, ids } = sample();
const at = (of: ProcessDocument, id: ElementId) => boundsOf(of, id) as Bounds;
const flowOf = (id: ElementId) => outgoing(document, id)[0]?.id ?? '';
const middle = (flow: ElementId) => {
  const [a, b] = waypointsOf(document, flow);
  return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: a?.y ?? 0 };
};
/** The gaps before and after a step in the row. */
const gaps = (of: ProcessDocument, before: ElementId, id: ElementId, after: ElementId) => [
  at(of, id).x - (at(of, before).x + at(of, before).width),
  at(of, after).x - (at(of, id).x + at(of, id).width),
];

describe('a step dropped on a flow', () => {
  const flow = flowOf(ids.task);
  const target = ref(mustGet(document, flow), 'targetRef') ?? '';

  it('moves what comes after it on where there is no room, and covers nothing', () => {
    const result = done(addOnFlow(document, kindById('ai-call'), flow, middle(flow)));
    const id = result.select[0] ?? '';
    expect(gaps(result.document, ids.task, id, target)).toEqual([50, 50]);
    expect(at(result.document, ids.task)).toEqual(at(document, ids.task));
    expect(at(result.document, ids.end).x).toBeGreaterThan(at(document, ids.end).x);
    for (const line of [flow, outgoing(result.document, id)[0]?.id ?? ''])
      expect(waypointsOf(result.document, line)).toHaveLength(2);
    expect(drawingFaults(result.document)).toEqual([]);
  });

  it('stands on the line, wherever near it the pointer was', () => {
    const spot = middle(flow);
    const result = done(addOnFlow(document, kindById('task'), flow, { x: spot.x, y: spot.y + 9 }));
    const box = at(result.document, result.select[0] ?? '');
    expect(box.y + box.height / 2).toBe(spot.y);
  });

  it('moves nothing where there is room, and stands beside its neighbour, not on it', () => {
    const plane = planeId(document);
    const line = at(document, target).x;
    const roomy = done(makeSpace(document, { plane, axis: 'x', at: line, by: 300 })).document;
    const near = { x: at(document, ids.task).x + 90, y: middle(flow).y };
    const result = done(addOnFlow(roomy, kindById('task'), flow, near));
    expect(gaps(result.document, ids.task, result.select[0] ?? '', target)).toEqual([20, 230]);
    expect(at(result.document, target)).toEqual(at(roomy, target));
  });

  it('makes room for a step that was drawn elsewhere, too', () => {
    const loose = done(
      addNode(document, kindById('task'), { plane: planeId(document), at: { x: 300, y: 700 } }),
    );
    const id = loose.select[0] ?? '';
    const result = done(dropOnFlow(loose.document, id, flow, middle(flow)));
    expect(gaps(result.document, ids.task, id, target)).toEqual([50, 50]);
  });
});
