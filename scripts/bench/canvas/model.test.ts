import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { modelOf } from './model';
import { targets } from './subject';

describe('the diagrams that are measured', () => {
  it('are the same each time, with 1.2 flows a node and bends in a sixth of them', () => {
    const model = modelOf(1000);
    expect(modelOf(1000)).toEqual(model);
    expect(model.nodes).toHaveLength(1000);
    expect(model.flows).toHaveLength(1200);
    expect(model.flows.filter(({ points }) => points.length > 2).length).toBeGreaterThanOrEqual(180);
    expect(new Set(model.flows.map(({ id }) => id)).size).toBe(1200);
  });

  it('are read as files, the largest too', async () => {
    for (const count of [100, 3000]) expect(await importBpmn(modelOf(count).xml)).toMatchObject({ ok: true });
  });

  it('have a node to drag and a free place to pan by, at 100 % and from afar', () => {
    const model = modelOf(1000);
    const board = { x: 48, y: 60, width: 1000, height: 800 };
    for (const zoom of [1, 0.15]) {
      const middle = model.nodes[500]!;
      const place = { x: 548 - middle.x * zoom, y: 460 - middle.y * zoom, zoom, board };
      const { node, empty } = targets(model, place);
      const under = model.nodes.filter(
        (box) =>
          node.x >= box.x * zoom + place.x &&
          node.x <= (box.x + box.width) * zoom + place.x &&
          node.y >= box.y * zoom + place.y &&
          node.y <= (box.y + box.height) * zoom + place.y,
      );
      expect(under).toHaveLength(1);
      for (const box of model.nodes) {
        const [x, y] = [(empty.x - place.x) / zoom, (empty.y - place.y) / zoom];
        const inside = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
        expect(inside).toBe(false);
      }
    }
  });
});
