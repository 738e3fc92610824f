import { expect, it } from 'vitest';
import { createCover } from './cover';

const mouse = (type: string, clientX: number, clientY = 0) => ({ type, clientX, clientY });

function covered() {
  let on = false;
  const cover = createCover((next) => {
    on = next;
  });
  return { cover, isOn: () => on };
}

it('covers the drawing while the mouse drags it, and no longer', () => {
  const { cover, isOn } = covered();
  cover.onMoveStart(mouse('mousedown', 100));
  expect(isOn()).toBe(false);
  cover.onMove(mouse('mousemove', 104));
  expect(isOn()).toBe(true);
  cover.onMove(mouse('mousemove', 101));
  expect(isOn()).toBe(true);
  cover.onMoveEnd();
  expect(isOn()).toBe(false);
  cover.onMove(mouse('mousemove', 300));
  expect(isOn()).toBe(false);
});

it('leaves a click alone whose hand trembles', () => {
  const { cover, isOn } = covered();
  cover.onMoveStart(mouse('mousedown', 100, 50));
  cover.onMove(mouse('mousemove', 102, 52));
  expect(isOn()).toBe(false);
});

it('doesn’t come between the drawing and what wheel, touch or a button moves', () => {
  const { cover, isOn } = covered();
  for (const type of ['wheel', 'touchstart']) {
    cover.onMoveStart(mouse(type, 100));
    cover.onMove(mouse(type === 'wheel' ? 'wheel' : 'touchmove', 200));
    expect(isOn()).toBe(false);
    cover.onMoveEnd();
  }
  cover.onMoveStart(null);
  cover.onMove(null);
  expect(isOn()).toBe(false);
});
