import { expect, it } from 'vitest';
import type { Placement } from './placement';
import { straighten } from './straighten';

/** A task, an end event a few pixels lower, and the line between them. */
function stepped(dy: number): Placement {
  return {
    shapes: new Map([
      ['Task', { bounds: { x: 0, y: 0, width: 100, height: 80 } }],
      [
        'End',
        {
          bounds: { x: 177, y: 22 + dy, width: 36, height: 36 },
          label: { x: 150, y: 63 + dy, width: 90, height: 28 },
        },
      ],
    ]),
    edges: new Map([
      [
        'Flow',
        {
          waypoints: [
            { x: 100, y: 40 },
            { x: 120, y: 40 },
            { x: 120, y: 40 + dy },
            { x: 177, y: 40 + dy },
          ],
        },
      ],
    ]),
    width: 240,
    height: 100,
  };
}
const links = [{ id: 'Flow', source: 'Task', target: 'End' }];

it('moves an end by a few pixels, with its name, so that the line to it is straight', () => {
  const placement = stepped(3);
  straighten(placement, links);
  expect(placement.edges.get('Flow')?.waypoints).toEqual([
    { x: 100, y: 40 },
    { x: 177, y: 40 },
  ]);
  expect(placement.shapes.get('End')?.bounds.y).toBe(22);
  expect(placement.shapes.get('End')?.label?.y).toBe(63);
});

it('leaves a step that is meant, and an end that several lines reach or that goes on', () => {
  const far = stepped(60);
  straighten(far, links);
  expect(far).toEqual(stepped(60));
  for (const more of [
    { id: 'Other', source: 'X', target: 'End' },
    { id: 'Other', source: 'End', target: 'X' },
  ]) {
    const placement = stepped(3);
    straighten(placement, [...links, more]);
    expect(placement).toEqual(stepped(3));
  }
});

it('leaves it where something is in the way', () => {
  const near = stepped(6);
  near.shapes.set('Above', { bounds: { x: 170, y: -20, width: 50, height: 36 } });
  straighten(near, links);
  expect(near.edges.get('Flow')?.waypoints).toHaveLength(4);
  const line = stepped(6);
  line.edges.set('Above', {
    waypoints: [
      { x: 0, y: 25 },
      { x: 300, y: 25 },
      { x: 300, y: 90 },
    ],
  });
  straighten(line, links);
  expect(line.edges.get('Flow')?.waypoints).toHaveLength(4);
});
