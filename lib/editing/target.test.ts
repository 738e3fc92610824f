import { describe, expect, it } from 'vitest';
import { boundsOf, get, outgoing, type Point, type ProcessDocument, waypointsOf } from '@/lib/document';
import { move } from '@/lib/editing';
import { dropTarget } from './target';
import { done, planeId, sample } from './testing/diagrams';
import { traitsOf } from './traits';

const { document, ids } = sample();
const TASK = traitsOf(document, ids.task)!;
const flow = outgoing(document, ids.gateway)[0]!.id;

/** The middle of the line between gateway and approval. */
function middle(of: ProcessDocument): Point {
  const points = waypointsOf(of, flow);
  const [from, to] = [points[0]!, points.at(-1)!];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

const targetAt = (of: ProcessDocument, at: Point, except: string[] = []) =>
  dropTarget(of, TASK, get(of, planeId(of))!, at, new Set(except));

describe('what would take a step that is let go', () => {
  it.each([
    ['on the line', 0, true],
    ['10 px beside it', 10, true],
    ['11 px beside it', 11, false],
  ])('a flow %s', (_where, beside, taken) => {
    const { x, y } = middle(document);
    const target = targetAt(document, { x, y: y + beside });
    if (taken) expect(target).toEqual({ kind: 'flow', flow });
    else expect(target).toMatchObject({ kind: 'into' });
  });

  it('never a flow of what is moved', () => {
    expect(targetAt(document, middle(document), [ids.gateway])).toMatchObject({ kind: 'into' });
    expect(targetAt(document, middle(document), [flow])).toMatchObject({ kind: 'into' });
  });

  it('the flow where it runs now, after what it connects was moved', () => {
    const before = middle(document);
    expect(targetAt(document, before)).toEqual({ kind: 'flow', flow });
    const moved = done(move(document, [ids.gateway, ids.approval], { x: 0, y: 300 })).document;
    expect(boundsOf(moved, ids.gateway)!.y).toBe(boundsOf(document, ids.gateway)!.y + 300);
    expect(targetAt(moved, before)).not.toEqual({ kind: 'flow', flow });
    expect(targetAt(moved, middle(moved))).toEqual({ kind: 'flow', flow });
    expect(targetAt(document, before)).toEqual({ kind: 'flow', flow });
  });
});
