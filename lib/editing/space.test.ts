import { describe, expect, it } from 'vitest';
import { boundsOf, outgoing, waypointsOf } from '@/lib/document';
import * as editing from '.';
import { document, ids, plane, sub } from './testing/containers';
import { done } from './testing/diagrams';

describe('the space tool', () => {
  it('lengthens lines across it and keeps the rest where it is', () => {
    const gateway = boundsOf(document, ids.gateway) as editing.Bounds;
    const next = done(editing.makeSpace(document, { plane, axis: 'x', at: gateway.x - 5, by: 100 })).document;
    expect(boundsOf(next, ids.task)).toEqual(boundsOf(document, ids.task));
    expect(boundsOf(next, ids.gateway)).toEqual({ ...gateway, x: gateway.x + 100 });
    const flow = outgoing(document, ids.task)[0]?.id ?? '';
    expect(waypointsOf(next, flow).at(-1)?.x).toBe((waypointsOf(document, flow).at(-1)?.x ?? 0) + 100);
  });
  it('stops removing where something stands', () => {
    const approval = boundsOf(document, ids.approval) as editing.Bounds;
    const next = done(
      editing.makeSpace(document, { plane, axis: 'x', at: approval.x - 5, by: -500, invert: true }),
    ).document;
    expect(boundsOf(next, ids.approval)?.x).toBe(
      editing.right(boundsOf(document, ids.gateway) as editing.Bounds),
    );
  });
  it('makes a container across the line larger', () => {
    const bounds = boundsOf(sub.document, sub.sub) as editing.Bounds;
    const next = done(
      editing.makeSpace(sub.document, { plane, axis: 'x', at: bounds.x + 200, by: 100, within: sub.sub }),
    ).document;
    expect(boundsOf(next, sub.sub)?.width).toBe(bounds.width + 100);
    expect(boundsOf(next, ids.end)).toEqual(boundsOf(document, ids.end));
  });
});
