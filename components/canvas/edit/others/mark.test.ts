import { expect, it } from 'vitest';
import { boundsOf, outgoing } from '@/lib/document';
import { planeId, sample } from '@/lib/editing/testing/diagrams';
import { markOf } from './mark';

const { document, ids } = sample();
const plane = planeId(document);

it('marks a shape outside of where one’s own selection is drawn', () => {
  const { x, y } = boundsOf(document, ids.task)!;
  expect(markOf(document, plane, ids.task)).toEqual({
    id: ids.task,
    path: `M${x - 11} ${y - 11}h122v102h-122z`,
    tag: { x: x - 11, y: y - 11 },
  });
});

it('marks a flow around all of its points', () => {
  const flow = outgoing(document, ids.task)[0]!.id;
  expect(markOf(document, plane, flow)?.path).toMatch(/^M[\d.]+ [\d.]+h[\d.]+v[\d.]+h-[\d.]+z$/);
});

it('marks nothing that isn’t drawn on this plane, or not there any more', () => {
  expect(markOf(document, 'another plane', ids.task)).toBeUndefined();
  expect(markOf(document, plane, 'deleted')).toBeUndefined();
});
