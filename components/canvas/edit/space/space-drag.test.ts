import { describe, expect, it } from 'vitest';
import { boundsOf } from '@/lib/document';
import { makeSpace } from '@/lib/editing';
import { done, planeId, sample, withSubProcess } from '@/lib/editing/testing/diagrams';
import { spaceOf, spaceStart } from './space-drag';

const { document: small, ids } = sample();
const { document, sub } = withSubProcess(small);
const plane = planeId(document);
const none = { ctrl: false, shift: false };

describe('a drag with the space tool', () => {
  it('says nothing until it is clear which way it goes, then keeps to it', () => {
    const start = spaceStart(document, plane, { x: 0, y: 0 });
    expect(spaceOf(start, { x: 3, y: 4 }, none, null)).toBeNull();
    expect(spaceOf(start, { x: 33, y: 4 }, none, null)).toMatchObject({ axis: 'x', at: 0, by: 30 });
    expect(spaceOf(start, { x: 33, y: 94 }, none, 'x')).toMatchObject({ axis: 'x', by: 30 });
    expect(spaceOf(start, { x: 3, y: -47 }, none, null)).toMatchObject({ axis: 'y', by: -50 });
  });

  it('is about the container it began in; with Shift about the whole drawing', () => {
    const b = boundsOf(document, sub)!;
    const start = spaceStart(document, plane, { x: b.x + 100, y: b.y + 100 });
    expect(start.within).toBe(sub);
    expect(spaceOf(start, { x: b.x + 150, y: b.y + 100 }, none, null)?.within).toBe(sub);
    expect(spaceOf(start, { x: b.x + 150, y: b.y + 100 }, { ctrl: false, shift: true }, null)?.within).toBe(
      undefined,
    );
    expect(spaceStart(document, plane, { x: -500, y: -500 }).within).toBeUndefined();
  });

  it('moves the other side with Ctrl', () => {
    const [before, after] = [boundsOf(document, ids.start)!, boundsOf(document, ids.end)!];
    const start = spaceStart(document, plane, { x: before.x + before.width + 10, y: before.y });
    const to = { x: start.at.x + 50, y: start.at.y };
    const plain = done(makeSpace(document, spaceOf(start, to, none, null)!)).document;
    expect([boundsOf(plain, ids.start)!.x, boundsOf(plain, ids.end)!.x]).toEqual([before.x, after.x + 50]);
    const back = { x: start.at.x - 50, y: start.at.y };
    const other = done(makeSpace(document, spaceOf(start, back, none, null)!)).document;
    expect([boundsOf(other, ids.start)!.x, boundsOf(other, ids.end)!.x]).toEqual([before.x - 50, after.x]);
    const held = spaceOf(start, back, { ctrl: true, shift: false }, null)!;
    const turned = done(makeSpace(plain, held)).document;
    expect([boundsOf(turned, ids.start)!.x, boundsOf(turned, ids.end)!.x]).toEqual([before.x, after.x]);
  });
});
