import { describe, expect, it } from 'vitest';
import type { ThreadAnswer } from '@/lib/comments/answer';
import { boundsOf, outgoing, waypointsOf } from '@/lib/document';
import { move, remove } from '@/lib/editing';
import { done, planeId, sample } from '@/lib/editing/testing/diagrams';
import { cellsInView, pinsIn, pinsOf } from './pins-of';

const { document, ids } = sample();
const plane = planeId(document);

let made = 0;
const about = (place: Partial<ThreadAnswer>): ThreadAnswer => ({
  threadId: `t${++made}`,
  elementId: null,
  elementName: null,
  point: null,
  createdAt: '2026-11-29T12:00:00Z',
  resolved: null,
  comments: [],
  ...place,
});

describe('pins', () => {
  it('sit at the upper right corner of an element, and follow it', () => {
    const thread = about({ elementId: ids.task });
    const { x, y, width } = boundsOf(document, ids.task)!;
    expect(pinsOf(document, plane, [thread])).toEqual([
      { key: `element ${ids.task}`, at: { x: x + width, y }, note: false, threads: [thread] },
    ]);
    const moved = done(move(document, [ids.task], { x: 30, y: 20 })).document;
    expect(pinsOf(moved, plane, [thread])[0]?.at).toEqual({ x: x + width + 30, y: y + 20 });
  });

  it('sit half-way along a flow', () => {
    const flow = outgoing(document, ids.task)[0]!.id;
    const points = waypointsOf(document, flow);
    const [first, last] = [points[0]!, points.at(-1)!];
    expect(points).toHaveLength(2);
    expect(pinsOf(document, plane, [about({ elementId: flow })])[0]?.at).toEqual({
      x: (first.x + last.x) / 2,
      y: (first.y + last.y) / 2,
    });
  });

  it('are one for an element, and one for each note', () => {
    const point = { planeId: plane, x: 5, y: 7 };
    const threads = [
      about({ elementId: ids.task }),
      about({ point }),
      about({ elementId: ids.task }),
      about({ point }),
    ];
    expect(pinsOf(document, plane, threads).map(({ note, threads: each }) => [note, each.length])).toEqual([
      [false, 2],
      [true, 1],
      [true, 1],
    ]);
  });

  it('are not there for what is deleted or drawn on another plane', () => {
    const gone = done(remove(document, [ids.task])).document;
    expect(pinsOf(gone, plane, [about({ elementId: ids.task })])).toEqual([]);
    const elsewhere = { planeId: 'other', x: 0, y: 0 };
    expect(pinsOf(document, plane, [about({ point: elsewhere })])).toEqual([]);
    expect(
      pinsOf(document, 'other', [about({ elementId: ids.task }), about({ point: elsewhere })]),
    ).toHaveLength(1);
  });
});

describe('the part in view', () => {
  it('stays the same while panning within a cell, so that nothing is drawn anew', () => {
    expect(cellsInView([-100, -50, 1], 1000, 600)).toBe(cellsInView([-130, -90, 1], 1000, 600));
    expect(cellsInView([-500, 0, 1], 1000, 600)).not.toBe(cellsInView([-300, 0, 1], 1000, 600));
  });

  it('holds everything that can be seen, at every zoom, and little else', () => {
    const pin = (x: number, y: number) => ({ key: `${x} ${y}`, at: { x, y }, note: true, threads: [] });
    for (const zoom of [0.4, 1, 4]) {
      const cells = cellsInView([-2000 * zoom, -1000 * zoom, zoom], 1000, 600);
      const corners = [pin(2000, 1000), pin(2000 + 1000 / zoom, 1000 + 600 / zoom)];
      expect(pinsIn([...corners, pin(2000 + 1000 / zoom + 900, 1000), pin(1000, 1000)], cells)).toEqual(
        corners,
      );
    }
  });
});
