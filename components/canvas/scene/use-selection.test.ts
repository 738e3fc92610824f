import { expect, it } from 'vitest';
import { boundsOf } from '@/lib/document';
import { sample } from '@/lib/editing/testing/diagrams';
import { viewOf } from '../view/view-of';
import { heldBy } from './use-selection';

it('a lasso holds what lies whole in it, and the flows that begin or end there', () => {
  const { document, ids } = sample();
  const view = viewOf(document);
  const { x, y, width, height } = boundsOf(document, ids.approval)!;
  const around = { x: x - 5, y: y - 5, width: width + 10, height: height + 10 };
  const held = heldBy(view, around);
  expect(held).toContain(ids.approval);
  expect(held).not.toContain(ids.task);
  const flows = view.edges.filter((edge) => [edge.sourceId, edge.targetId].includes(ids.approval));
  expect(flows.length).toBeGreaterThan(0);
  expect(held).toEqual(expect.arrayContaining(flows.map(({ id }) => id)));
  expect(heldBy(view, { x: x + 5, y, width, height })).not.toContain(ids.approval);
});
