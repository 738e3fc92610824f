import { expect, it } from 'vitest';
import type { DiagramView } from '@/components/bpmn/types';
import { openingOf } from './opening';

type Node = DiagramView['nodes'][number];
const node = (x: number, y: number, spec: Partial<Node['spec']>): Node => ({
  id: `${x}/${y}`,
  x,
  y,
  spec: { shape: 'task', bpmnType: 'bpmn:Task', width: 100, height: 80, ...spec },
});
const start = (x: number, y: number) =>
  node(x, y, { shape: 'event', bpmnType: 'bpmn:StartEvent', width: 36, height: 36 });
const phone = { width: 320, height: 400 };

it('leaves what can be read as a whole to be fitted', () => {
  expect(openingOf({ nodes: [start(0, 0), node(300, 0, {})] }, phone)).toBeNull();
  expect(openingOf({ nodes: [] }, phone)).toBeNull();
});

it('opens a long process at its beginning, legibly, its start in the middle of the height', () => {
  const opened = openingOf({ nodes: [start(100, 1000), node(2400, 0, {}), node(2400, 2000, {})] }, phone)!;
  expect(opened.zoom).toBe(0.5);
  expect(100 * 0.5 + opened.x).toBe(16);
  expect((1000 + 18) * 0.5 + opened.y).toBe(200);
});

it('shows no emptiness beyond the upper and lower end', () => {
  const nodes = [start(0, 0), node(2400, 2000, {})];
  expect(openingOf({ nodes }, phone)!.y).toBe(16);
  const low = openingOf({ nodes: [start(0, 2044), node(2400, 0, {})] }, phone)!;
  expect(2080 * 0.5 + low.y).toBe(400 - 16);
  const flat = openingOf({ nodes: [start(0, 0), node(2400, 100, {})] }, phone)!;
  expect(90 * 0.5 + flat.y).toBe(200);
});
