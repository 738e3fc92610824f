import { useSyncExternalStore } from 'react';
import { GRID } from '@/lib/editing';

const KEY = 'countersign:grid';

/** Whether the grid of the drawing is shown and kept to. */
export interface GridSetting {
  on(): boolean;
  /** From now on, and the next time in this browser. */
  set(on: boolean): void;
  watch(tell: () => void): () => void;
}

/**
 * It is on unless somebody switched it off in this browser.
 * @param storage where that is kept; may throw, and then it is forgotten with the page
 */
export function createGridSetting(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): GridSetting {
  const watching = new Set<() => void>();
  let chosen: boolean | null = null;
  const kept = (): boolean => {
    try {
      return storage().getItem(KEY) !== 'off';
    } catch {
      return true;
    }
  };
  return {
    on: () => chosen ?? kept(),
    set(on) {
      chosen = on;
      try {
        if (on) storage().removeItem(KEY);
        else storage().setItem(KEY, 'off');
      } catch {
        // It holds for this page.
      }
      for (const tell of watching) tell();
    },
    watch(tell) {
      watching.add(tell);
      return () => void watching.delete(tell);
    },
  };
}

/** The grid of this browser. */
export const grid = createGridSetting(() => localStorage);

/** Diagram units that what is drawn by the pointer keeps to: those of the grid, or single ones without it. */
export const gridStep = (): number => (grid.on() ? GRID : 1);

/** Whether the grid is on; the component follows it. */
export const useGridOn = (): boolean => useSyncExternalStore(grid.watch, grid.on, () => true);
