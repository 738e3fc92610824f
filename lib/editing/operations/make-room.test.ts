import { describe, expect, it } from 'vitest';
import {
  type Bounds,
  boundsOf,
  childrenOf,
  type ElementId,
  hash,
  type ProcessDocument,
} from '@/lib/document';
import { drawingFaults } from '../check-drawing';
import { covers, overlap } from '../geometry';
import { kindById } from '../kinds';
import { done, planeId, sample } from '../testing/diagrams';
import { addNode } from './add-node';
import { append } from './append';
import { addLane, moveToLane } from './lanes';
import { collapse, expand } from './sub-process';

const at = (document: ProcessDocument, id: ElementId) => boundsOf(document, id) as Bounds;

/** start → task → gateway → approval → end, and a closed sub-process with what is given around it. */
function row() {
  const { document: base, ids } = sample();
  const sub = done(append(base, ids.task, kindById('sub-process.closed')));
  const id = sub.select[0] ?? '';
  return { document: sub.document, id, ids };
}

describe('opening a sub-process', () => {
  it('moves the steps beside it to the sides, and leaves the others alone', () => {
    const { document: base, ids } = sample();
    const [plane, end] = [planeId(base), at(base, ids.end)];
    const spot = { x: end.x + 150, y: end.y + 18 };
    const added = done(addNode(base, kindById('sub-process.closed'), { plane, at: spot }));
    const id = added.select[0] ?? '';
    const after = done(append(added.document, id, kindById('task')));
    const last = after.select[0] ?? '';
    const before = after.document;
    const open = done(expand(before, id)).document;
    expect(at(open, last).x - (at(open, id).x + at(open, id).width)).toBe(50);
    expect(at(open, id).x - (at(open, ids.end).x + at(open, ids.end).width)).toBe(50);
    expect(at(open, last).y).toBe(at(before, last).y);
    // What was as far apart as before stays as far apart.
    expect(at(open, ids.end).x - at(open, ids.start).x).toBe(at(before, ids.end).x - at(before, ids.start).x);
    expect(drawingFaults(open)).toEqual([]);
  });

  it('moves what is below and above down and up', () => {
    const { document, ids } = row();
    const plane = planeId(document);
    const sub = done(addNode(document, kindById('sub-process.closed'), { plane, at: { x: 400, y: 800 } }));
    const id = sub.select[0] ?? '';
    const low = done(addNode(sub.document, kindById('task'), { plane, at: { x: 420, y: 900 } }));
    const high = done(addNode(low.document, kindById('task'), { plane, at: { x: 380, y: 700 } }));
    const open = done(expand(high.document, id)).document;
    const [lower, upper] = [low.select[0] ?? '', high.select[0] ?? ''];
    expect(at(open, lower)).toMatchObject({ x: at(high.document, lower).x, y: at(open, id).y + 200 + 30 });
    expect(at(open, upper)).toMatchObject({ x: at(high.document, upper).x, y: at(open, id).y - 30 - 80 });
    expect(at(open, ids.task).x).toBe(at(document, ids.task).x);
  });

  it('moves nothing where there is room, and not again after closing', () => {
    const { document } = sample();
    const plane = planeId(document);
    const sub = done(addNode(document, kindById('sub-process.closed'), { plane, at: { x: 400, y: 1500 } }));
    const id = sub.select[0] ?? '';
    const open = done(expand(sub.document, id)).document;
    const others = childrenOf(document, plane, 'planeElement').map((shape) => shape.id);
    for (const shape of others) expect(open.elements[shape]).toBe(sub.document.elements[shape]);
    const crowded = row();
    const once = done(expand(crowded.document, crowded.id)).document;
    const closed = done(collapse(once, crowded.id)).document;
    const twice = done(expand(closed, crowded.id)).document;
    const places = (d: ProcessDocument) => Object.values(crowded.ids).map((one) => at(d, one));
    expect(places(twice)).toEqual(places(once));
  });

  it('lets pool and lane grow, and the other lanes with their steps give way', () => {
    const { document: base, ids } = sample();
    const plane = planeId(base);
    const sub = done(addNode(base, kindById('sub-process.closed'), { plane, at: { x: 400, y: 330 } }));
    const id = sub.select[0] ?? '';
    const pooled = done(addNode(sub.document, kindById('pool'), { plane, at: { x: 400, y: 250 } }));
    const pool = pooled.select[0] ?? '';
    const laned = done(addLane(pooled.document, pool, 'below'));
    const lower = laned.select[0] ?? '';
    const moved = done(moveToLane(laned.document, [ids.end], lower)).document;
    const open = done(expand(moved, id)).document;
    expect(covers(at(open, pool), at(open, id))).toBe(true);
    expect(overlap(at(open, id), at(open, lower))).toBe(false);
    expect(covers(at(open, lower), at(open, ids.end))).toBe(true);
    expect(drawingFaults(open)).toEqual([]);
  });

  it('covers no step, wherever it was squeezed in', () => {
    const { document, ids } = row();
    const plane = planeId(document);
    for (let x = 100; x <= 900; x += 110)
      for (const y of [60, 330, 420]) {
        const sub = done(addNode(document, kindById('sub-process.closed'), { plane, at: { x, y } }));
        const id = sub.select[0] ?? '';
        const steps = [ids.start, ids.task, ids.gateway, ids.approval, ids.end];
        if (steps.some((step) => overlap(at(sub.document, step), at(sub.document, id)))) continue;
        const original = hash(sub.document);
        const open = done(expand(sub.document, id)).document;
        const covered = steps.filter((step) => overlap(at(open, step), at(open, id)));
        expect({ x, y, covered }).toEqual({ x, y, covered: [] });
        expect(hash(sub.document)).toBe(original);
      }
  });
});
