import { expect, it } from 'vitest';
import type { DiagramView } from '@/components/bpmn/types';
import { FEW } from '../scene/window';
import { isCut, openingOf } from './opening';

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
const fit = { padding: 0.12, maxZoom: 1 };
const opened = (nodes: readonly Node[]) => openingOf(nodes, phone, fit);

it('shows what can be read as a whole', () => {
  const { x, zoom } = opened([start(0, 0), node(300, 0, {})]);
  expect(zoom).toBeGreaterThan(0.5);
  expect(x).toBeCloseTo((320 - 400 * zoom) / 2);
  expect(opened([])).toEqual({ x: 0, y: 0, zoom: 1 });
});

it('opens a long process at its beginning, readable, its start in the middle of the height', () => {
  const { x, y, zoom } = opened([start(100, 1000), node(2400, 0, {}), node(2400, 2000, {})]);
  expect(zoom).toBe(0.6);
  expect(100 * 0.6 + x).toBe(20);
  expect((1000 + 18) * 0.6 + y).toBe(200);
});

it('shows no emptiness beyond the ends', () => {
  expect(opened([start(0, 0), node(2400, 2000, {})]).y).toBe(20);
  expect(2080 * 0.6 + opened([start(0, 2044), node(2400, 0, {})]).y).toBeCloseTo(400 - 20);
  expect(90 * 0.6 + opened([start(0, 0), node(2400, 100, {})]).y).toBe(200);
  expect(2500 * 0.6 + opened([node(0, 0, {}), start(2464, 0)]).x).toBeCloseTo(320 - 20);
});

it('opens an instance at the step it is at', () => {
  const waiting: Node = { ...node(1200, 0, {}), state: 'waiting' };
  expect(1250 * 0.6 + opened([start(0, 0), waiting, node(2400, 0, {})]).x).toBe(160);
});

it('begins at the left where nothing starts it', () => {
  expect(opened([node(50, 0, {}), node(2400, 0, {})]).x).toBeCloseTo(20 - 50 * 0.6);
});

it('shows a very large diagram as a map', () => {
  const many = Array.from({ length: FEW + 1 }, (_, i) => node(i * 160, 0, {}));
  expect(opened(many).zoom).toBeLessThan(0.5);
});

it('knows when there is more than is seen', () => {
  const seen = { x: 0, y: 0, width: 100, height: 100 };
  expect(isCut({ x: 0, y: 0, width: 100, height: 100 }, seen)).toBe(false);
  for (const box of [
    { x: -1, y: 0, width: 10, height: 10 },
    { x: 0, y: -1, width: 10, height: 10 },
    { x: 50, y: 0, width: 60, height: 10 },
    { x: 0, y: 50, width: 10, height: 60 },
  ])
    expect(isCut(box, seen)).toBe(true);
});
