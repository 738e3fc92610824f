import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The setting as a page finds it. */
async function opened(storage: object) {
  vi.stubGlobal('localStorage', storage);
  vi.resetModules();
  return import('./grid-setting');
}

it('is on, and remembered when it is switched off and on again', async () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
  const first = await opened(storage);
  expect([first.gridOn(), first.gridStep()]).toEqual([true, 10]);
  first.setGrid(false);
  expect([first.gridOn(), first.gridStep()]).toEqual([false, 1]);
  const next = await opened(storage);
  expect(next.gridOn()).toBe(false);
  next.setGrid(true);
  expect((await opened(storage)).gridOn()).toBe(true);
});

it('holds for the page where nothing can be stored', async () => {
  const refuse = () => {
    throw new Error('forbidden');
  };
  const { gridOn, setGrid } = await opened({ getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(gridOn()).toBe(true);
  setGrid(false);
  expect(gridOn()).toBe(false);
});
