import { expect, it } from 'vitest';
import { frameOf, pointIn } from './frame';

it('the overview holds the diagram and what is seen of it, in the middle', () => {
  const frame = frameOf(
    { x: 0, y: 0, width: 1000, height: 400 },
    { x: 800, y: 0, width: 1000, height: 400 },
    200,
    100,
  );
  expect(frame.scale).toBeCloseTo(190 / 1800);
  expect((0 - frame.x) * frame.scale).toBeCloseTo(5);
  expect((1800 - frame.x) * frame.scale).toBeCloseTo(195);
  expect((200 - frame.y) * frame.scale).toBeCloseTo(50);
  const at = pointIn(frame, { x: 100, y: 50 });
  expect(at.x).toBeCloseTo(900);
  expect(at.y).toBeCloseTo(200);
});

it('an empty diagram leaves what is seen', () => {
  const seen = { x: 10, y: 20, width: 100, height: 50 };
  expect(pointIn(frameOf({ x: 0, y: 0, width: 0, height: 0 }, seen, 200, 100), { x: 100, y: 50 })).toEqual({
    x: 60,
    y: 45,
  });
});
