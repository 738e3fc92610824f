import { expect, it } from 'vitest';
import { createGridSetting, gridStep } from './grid-setting';

function browser() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

it('is on, and remembered when it is switched off and on again', () => {
  const storage = browser();
  const page = () => createGridSetting(() => storage);
  const first = page();
  expect(first.on()).toBe(true);
  first.set(false);
  expect(first.on()).toBe(false);
  const next = page();
  expect(next.on()).toBe(false);
  next.set(true);
  expect(page().on()).toBe(true);
});

it('holds for the page where nothing can be stored', () => {
  const setting = createGridSetting(() => {
    throw new Error('forbidden');
  });
  expect(setting.on()).toBe(true);
  setting.set(false);
  expect(setting.on()).toBe(false);
});

it('tells whoever follows it, until they don’t', () => {
  const setting = createGridSetting(() => browser());
  const told: boolean[] = [];
  const stop = setting.watch(() => told.push(setting.on()));
  setting.set(false);
  stop();
  setting.set(true);
  expect(told).toEqual([false]);
});

it('has what is drawn by the pointer keep to ten units, where nobody switched it off', () => {
  expect(gridStep()).toBe(10);
});
