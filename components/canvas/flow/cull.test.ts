import { describe, expect, it } from 'vitest';
import type { DiagramNode } from '@/components/bpmn/types';
import { drawsOnlyVisible } from './cull';
import type { FlowLine } from './types';

const row = (count: number): DiagramNode[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `T${i}`,
    x: i * 150,
    y: 0,
    spec: { shape: 'task', bpmnType: 'bpmn:Task', width: 100, height: 80 },
  }));

const line = (source: string, target: string, waypoints: { x: number; y: number }[]): FlowLine => ({
  id: `${source}${target}`,
  source,
  target,
  data: { edge: { id: 'e', kind: 'sequence', waypoints }, editable: true },
});

const straight = line('T0', 'T1', [
  { x: 100, y: 40 },
  { x: 150, y: 40 },
]);
const far = line('T0', 'T1', [
  { x: 50, y: 80 },
  { x: 50, y: 900 },
  { x: 200, y: 900 },
  { x: 200, y: 80 },
]);

describe('drawing only what is in view', () => {
  it('is for diagrams of more than 400 elements', () => {
    expect(drawsOnlyVisible(row(400), [straight])).toBe(false);
    expect(drawsOnlyVisible(row(401), [straight])).toBe(true);
  });

  it('is given up when a line leaves the box of its ends, because that line would vanish', () => {
    expect(drawsOnlyVisible(row(401), [straight, far])).toBe(false);
  });
});
