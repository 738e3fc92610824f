import { afterEach, expect, it, vi } from 'vitest';
import { fitting, keepWidth, keptWidth, LEAST, MOST, USUAL, widthAfter } from './panel-width';

afterEach(() => void vi.unstubAllGlobals());

it('keeps a width between its bounds, in whole pixels', () => {
  expect([100, 300.4, 9_000, Number.NaN].map(fitting)).toEqual([LEAST, 300, MOST, USUAL]);
});

it('moves the edge by keys, as the arrow points, and not beyond its bounds', () => {
  const after = (key: string) => widthAfter(key, 360);
  expect(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'].map(after)).toEqual([376, 344, 440, 280]);
  expect(['Home', 'End', 'Enter'].map(after)).toEqual([LEAST, MOST, USUAL]);
  expect(widthAfter('ArrowLeft', MOST)).toBe(MOST);
  expect(after('a')).toBeUndefined();
});

it('remembers a width; the usual one needs no remembering', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  expect(keptWidth()).toBe(USUAL);
  keepWidth(480);
  expect(keptWidth()).toBe(480);
  keepWidth(USUAL);
  expect(kept.size).toBe(0);
  kept.set('countersign:properties-width', 'wide');
  expect(keptWidth()).toBe(USUAL);
});

it('does without storage where the browser forbids it', () => {
  const refuse = () => {
    throw new Error('denied');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  keepWidth(480);
  expect(keptWidth()).toBe(USUAL);
});
