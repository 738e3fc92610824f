/** Browsers without `requestIdleCallback` (Safari) wait so long, ms. */
const WITHOUT = 300;
/** However busy the page is, idle work is begun after so long, ms. */
const AT_THE_LATEST = 3_000;

/**
 * Does something when the page has nothing better to do.
 * @returns takes it back
 */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, WITHOUT);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: AT_THE_LATEST });
  return () => cancelIdleCallback(asked);
}
