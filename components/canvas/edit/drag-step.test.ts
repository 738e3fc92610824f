import { describe, expect, it } from 'vitest';
import { boundsOf, newDocument } from '@/lib/document';
import { sample } from '@/lib/editing/testing/diagrams';
import { beginDrag, dragStep, rehearseDrag, stillShapes } from './drag-step';

const { document, ids } = sample();
const plane = Object.values(document.elements).find(({ type }) => type === 'bpmndi:BPMNPlane')!.id;
const start = boundsOf(document, ids.task)!;
const HOW = { straight: false, zoom: 1, grid: 1 };
const dragTask = () => beginDrag(document, plane, [ids.task], ids.task);

describe('a step of a drag', () => {
  it('shows the document as the drop would leave it, and changes neither document nor drag', () => {
    const drag = dragTask();
    const { delta, preview } = dragStep(drag, start, { x: 0, y: 333 }, HOW);
    expect(boundsOf(preview!, ids.task)).toMatchObject({ y: start.y + delta.y });
    expect(boundsOf(document, ids.task)).toEqual(start);
    expect(drag.delta).toEqual({ x: 0, y: 0 });
  });

  it('keeps to one direction when asked', () => {
    const { delta } = dragStep(dragTask(), start, { x: 12, y: 333 }, { ...HOW, straight: true });
    expect(delta.x).toBe(0);
    expect(delta.y).not.toBe(0);
  });

  it('snaps to what stays', () => {
    const still = boundsOf(document, ids.approval)!;
    const raw = { x: 0, y: still.y - start.y + 200 };
    const line = still.x - start.x;
    const { delta, guides } = dragStep(dragTask(), start, { ...raw, x: line + 2 }, HOW);
    expect(delta.x).toBe(line);
    expect(guides.length).toBeGreaterThan(0);
  });

  it('leaves what is dragged out of what it is aligned with', () => {
    expect(stillShapes(document, plane, new Set([ids.task]))).not.toContainEqual(start);
    expect(stillShapes(document, plane, new Set())).toContainEqual(start);
  });
});

it('is rehearsed on any drawing, an empty one too', () => {
  const before = JSON.stringify(document);
  rehearseDrag(document, plane, 1);
  expect(JSON.stringify(document)).toBe(before);
  const blank = newDocument({ name: 'Blank', processId: 'Process_blank' });
  expect(() => rehearseDrag(blank, 'nowhere', 10)).not.toThrow();
});
