import { expect, it, vi } from 'vitest';
import { createGlide, GLIDE_MS } from './glide';

const START = { x: 0, y: 0, zoom: 1 };
const THERE = { x: 100, y: -50, zoom: 2 };

function setUp({ still = false } = {}) {
  let viewport = START;
  let waiting: ((now: number) => void) | undefined;
  const onTaken = vi.fn();
  const glide = createGlide(
    {
      get: () => viewport,
      set: (next) => {
        viewport = next;
        glide.moved();
      },
      frame: (work) => {
        waiting = work;
        return () => {
          waiting = undefined;
        };
      },
      still: () => still,
    },
    onTaken,
  );
  const draw = (now: number) => {
    const work = waiting;
    waiting = undefined;
    work?.(now);
    return viewport;
  };
  const pan = (next: typeof START) => {
    viewport = next;
    glide.moved();
  };
  return { glide, draw, pan, onTaken, shown: () => viewport, busy: () => waiting !== undefined };
}

it('moves to where somebody looks, frame by frame, and takes that for its own movement', () => {
  const { glide, draw, onTaken, busy } = setUp();
  glide.to(THERE);
  expect(draw(1000)).toEqual(START);
  expect(draw(1000 + GLIDE_MS / 2)).toEqual({ x: 50, y: -25, zoom: 1.5 });
  expect(draw(1000 + GLIDE_MS)).toEqual(THERE);
  expect([busy(), onTaken.mock.calls.length]).toEqual([false, 0]);
});

it('goes on to the newest from where it is', () => {
  const { glide, draw } = setUp();
  glide.to(THERE);
  draw(0);
  draw(GLIDE_MS / 2);
  glide.to(START);
  draw(500);
  expect(draw(500 + GLIDE_MS / 2)).toEqual({ x: 25, y: -12.5, zoom: 1.25 });
  expect(draw(500 + GLIDE_MS)).toEqual(START);
});

it('is there at once for who wants no movement', () => {
  const { glide, shown, onTaken, busy } = setUp({ still: true });
  glide.to(THERE);
  expect([shown(), busy(), onTaken.mock.calls.length]).toEqual([THERE, false, 0]);
});

it('ends for good when the person moves the drawing, also in the middle of a movement', () => {
  const { glide, draw, pan, onTaken, busy, shown } = setUp();
  glide.to(THERE);
  draw(0);
  draw(GLIDE_MS / 2);
  const mine = { x: 7, y: 7, zoom: 1 };
  pan(mine);
  expect([onTaken.mock.calls.length, busy()]).toEqual([1, false]);
  glide.to(THERE);
  draw(9999);
  pan({ ...mine, x: 8 });
  expect([shown().x, onTaken.mock.calls.length]).toEqual([8, 1]);
});

it('ends before it ever moved, too', () => {
  const { pan, onTaken } = setUp();
  pan(THERE);
  expect(onTaken).toHaveBeenCalledTimes(1);
});
