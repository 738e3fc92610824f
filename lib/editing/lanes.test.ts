import { describe, expect, it } from 'vitest';
import { boundsOf, get, type ProcessDocument, refList } from '@/lib/document';
import * as editing from '.';
import { high, ids, laned, lower, pool, upper } from './testing/containers';
import { done } from './testing/diagrams';

describe('lanes', () => {
  it('hold the nodes whose centre lies in them', () => {
    const held = (d: ProcessDocument, lane: string) => refList(get(d, lane), 'flowNodeRef');
    expect(held(laned.document, upper)).toContain(ids.approval);
    const moved = done(editing.moveToLane(laned.document, [ids.approval], lower)).document;
    expect(held(moved, upper)).not.toContain(ids.approval);
    expect(held(moved, lower)).toEqual([ids.approval]);
    expect(editing.laneOf(moved, ids.approval)).toBe(lower);
  });
  it('give and take what a neighbour takes and gives', () => {
    const before = boundsOf(laned.document, upper) as editing.Bounds;
    const next = done(
      editing.resize(laned.document, upper, { ...before, height: before.height - 40 }),
    ).document;
    expect([high(next, upper), high(next, lower)]).toEqual([
      before.height - 40,
      high(laned.document, lower) + 40,
    ]);
    expect(high(next, pool)).toBe(high(laned.document, pool));
  });
  it('stay 60 px at least', () => {
    const before = boundsOf(laned.document, lower) as editing.Bounds;
    const next = done(
      editing.resize(laned.document, lower, { ...before, y: before.y + 90, height: 10 }),
    ).document;
    expect(high(next, lower)).toBe(60);
  });
  it('take the pool along at its border', () => {
    const before = boundsOf(laned.document, lower) as editing.Bounds;
    const next = done(editing.resize(laned.document, lower, { ...before, height: 180 })).document;
    expect(high(next, pool)).toBe(high(laned.document, pool) + 80);
  });
  it('leave their place to the neighbour', () => {
    const next = done(editing.remove(laned.document, [lower])).document;
    expect(high(next, upper)).toBe(high(laned.document, pool));
    expect(refList(get(next, upper), 'flowNodeRef')).toContain(ids.task);
  });
  it('go altogether with the last one', () => {
    const next = done(editing.remove(laned.document, [lower, upper])).document;
    expect(Object.values(next.elements).filter((e) => e.type.startsWith('bpmn:Lane'))).toEqual([]);
    expect(get(next, ids.task)).toBeDefined();
  });
});
