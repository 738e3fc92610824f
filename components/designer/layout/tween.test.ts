import { expect, it } from 'vitest';
import { layoutDocument } from '@/lib/bpmn/layout';
import { boundsOf, waypointsOf } from '@/lib/document';
import { arrange, isRefused, move } from '@/lib/editing';
import { inconsistencies } from '@/lib/editing/check';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { movesBetween, tween } from './tween';

const { document, ids } = sample();

it('begins where the drawing was and ends where it goes, flows included', () => {
  const after = done(move(document, [ids.approval], { x: 60, y: 200 })).document;
  const way = tween(document, after);
  expect(boundsOf(way(0), ids.approval)).toEqual(boundsOf(document, ids.approval));
  expect(boundsOf(way(1), ids.approval)).toEqual(boundsOf(after, ids.approval));
  expect(boundsOf(way(0.5), ids.approval)?.y).toBe(boundsOf(document, ids.approval)!.y + 100);
  expect(boundsOf(way(0.5), ids.task)).toBe(boundsOf(document, ids.task));
  const [flow] = document.elements[ids.approval]!.refs.incoming as string[];
  const [line, end] = [waypointsOf(way(1), flow!), waypointsOf(after, flow!)];
  expect([line[0], line.at(-1)]).toEqual([end[0], end.at(-1)]);
});

it('shows drawings whose shapes got other ids, on the plane that is shown', async () => {
  const result = await arrange(document, layoutDocument);
  if (isRefused(result)) throw new Error(result.refused);
  expect(movesBetween(document, result.document)).toBeGreaterThan(3);
  const half = tween(document, result.document)(0.5);
  expect(Object.keys(half.elements)).toEqual(Object.keys(document.elements));
  expect(inconsistencies(half)).toEqual(inconsistencies(document));
});
