import { useSyncExternalStore } from 'react';
import { GRID } from '@/lib/editing';

const KEY = 'countersign:grid';
const watching = new Set<() => void>();
/** What was chosen since the page was loaded, for browsers that store nothing. */
let chosen: boolean | null = null;

/** Whether the grid of the drawing is shown and kept to, in this browser. It is unless somebody switched it off. */
export function gridOn(): boolean {
  if (chosen !== null) return chosen;
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Shows the grid and keeps to it from now on, or not. */
export function setGrid(on: boolean): void {
  chosen = on;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // It is forgotten with the page.
  }
  for (const tell of watching) tell();
}

/** Diagram units that what is drawn by the pointer keeps to: those of the grid, or single ones without it. */
export const gridStep = (): number => (gridOn() ? GRID : 1);

/** The same for a component, which follows it. */
export const useGridOn = (): boolean => useSyncExternalStore(watch, gridOn, () => true);

function watch(tell: () => void): () => void {
  watching.add(tell);
  return () => void watching.delete(tell);
}
