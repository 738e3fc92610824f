/** Bounds of the width of the properties, and what it is until somebody pulls its edge, in px. */
export const LEAST = 280;
export const MOST = 560;
export const USUAL = 356;

/** One press of an arrow key, and one of Page Up or Page Down, in px. */
const STEP = 16;
const LEAP = 80;

const KEY = 'countersign:properties-width';

/** A width the panel can have: whole pixels between its bounds; the usual one for what is no number. */
export const fitting = (width: number): number =>
  Number.isFinite(width) ? Math.round(Math.max(LEAST, Math.min(MOST, width))) : USUAL;

/**
 * The width after a key on the panel's left edge, which moves as the arrow points: the pattern of a window splitter.
 * @returns nothing for a key that does nothing here
 */
export function widthAfter(key: string, width: number): number | undefined {
  const next: Record<string, number> = {
    ArrowLeft: width + STEP,
    ArrowRight: width - STEP,
    PageUp: width + LEAP,
    PageDown: width - LEAP,
    Home: LEAST,
    End: MOST,
    Enter: USUAL,
  };
  const wanted = next[key];
  return wanted === undefined ? undefined : fitting(wanted);
}

/** The width of the last time in this browser. */
export function keptWidth(): number {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null ? USUAL : fitting(Number(kept));
  } catch {
    return USUAL; // a browser that forbids storage
  }
}

/** Keeps a width for the next time in this browser. */
export function keepWidth(width: number): void {
  try {
    if (width === USUAL) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, String(width));
  } catch {
    // it is forgotten with the page
  }
}
