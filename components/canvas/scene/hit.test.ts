import { describe, expect, it } from 'vitest';
import type { DiagramNode, DiagramView, SymbolSpec } from '@/components/bpmn/types';
import { hitAt } from './hit';

const node = (id: string, x: number, y: number, spec: Partial<SymbolSpec>): DiagramNode => ({
  id,
  x,
  y,
  spec: { shape: 'task', bpmnType: 'bpmn:Task', width: 100, height: 80, ...spec },
});

const view: DiagramView = {
  nodes: [
    node('Pool', 0, 0, { shape: 'pool', width: 1000, height: 500, expanded: true }),
    node('Sub', 500, 100, { shape: 'subprocess', width: 300, height: 200, expanded: true }),
    node('Task', 100, 100, {}),
    node('Timer', 182, 162, { shape: 'event', width: 36, height: 36, position: 'boundary' }),
    node('Inner', 550, 150, {}),
  ],
  edges: [
    {
      id: 'Flow',
      kind: 'sequence',
      waypoints: [
        { x: 200, y: 140 },
        { x: 400, y: 140 },
        { x: 400, y: 400 },
      ],
    },
  ],
  bounds: { x: 0, y: 0, width: 1000, height: 500 },
};
const at = (x: number, y: number, reach = 10) => hitAt(view, { x, y }, reach);

describe('what is under the pointer in a picture', () => {
  it('is the step, and the event on its border before the step', () => {
    expect(at(150, 120)).toBe('Task');
    expect(at(190, 170)).toBe('Timer');
    expect(at(560, 160)).toBe('Inner');
  });

  it('is a flow, also a little beside it, nearer than a frame', () => {
    expect(at(300, 147)).toBe('Flow');
    expect(at(392, 300)).toBe('Flow');
    expect(at(300, 155)).toBeUndefined();
  });

  it('is a container at its border and its name only', () => {
    expect(at(1004, 250)).toBe('Pool');
    expect(at(15, 250)).toBe('Pool');
    expect(at(650, 110)).toBe('Sub');
    expect(at(700, 280, 3)).toBeUndefined();
    expect(at(900, 400)).toBeUndefined();
  });

  it('is nothing outside', () => {
    expect(at(2000, 2000)).toBeUndefined();
  });
});
