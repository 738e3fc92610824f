import { describe, expect, it } from 'vitest';
import { boundsOf, childrenOf, planeOf, shapeOf } from '@/lib/document';
import * as editing from '.';
import { sub } from './testing/containers';
import { done } from './testing/diagrams';

describe('sub-processes', () => {
  const closed = done(editing.collapse(sub.document, sub.sub)).document;
  const inner = childrenOf(sub.document, sub.sub, 'flowElements')[0]?.id ?? '';
  it('keep their content on a plane of their own while closed', () => {
    expect(shapeOf(closed, inner)?.parent).toBe(planeOf(closed, sub.sub)?.id);
    expect(boundsOf(closed, sub.sub)).toMatchObject({ width: 100, height: 80 });
    expect(
      editing.planeTrail(closed, planeOf(closed, sub.sub)?.id ?? '').map(({ element }) => element),
    ).toEqual(['Process_sample', sub.sub]);
  });
  it('draw it inside again when opened', () => {
    const open = done(editing.expand(closed, sub.sub)).document;
    expect(planeOf(open, sub.sub)).toBeUndefined();
    expect(
      editing.covers(boundsOf(open, sub.sub) as editing.Bounds, boundsOf(open, inner) as editing.Bounds),
    ).toBe(true);
  });
  it('go with their plane', () => {
    const gone = done(editing.remove(closed, [sub.sub])).document;
    expect(childrenOf(gone, gone.root, 'diagrams')).toHaveLength(1);
  });
  it('are copied with their plane', () => {
    const copied = done(editing.duplicate(closed, [sub.sub]));
    expect(planeOf(copied.document, copied.select[0] ?? '')).toBeDefined();
  });
  it('grow with what is put into them, and their pool too', () => {
    const into = done(editing.drop(sub.document, [inner], { x: 400, y: 0 })).document;
    expect(boundsOf(into, sub.sub)?.width).toBeGreaterThanOrEqual(350);
  });
});
