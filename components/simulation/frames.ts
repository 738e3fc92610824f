import type { Recorded } from '@/engine/core';

/** How long one move is shown at 1×, in milliseconds. */
export const MOVE_MS = 700;
/** How long a token glides along a flow at most (design: 450 ms). */
export const GLIDE_MS = 450;

/**
 * Where the next picture ends: tokens that leave together are one picture, and what happens between two moves is shown
 * with the first of them. Events are counted from 1; equal to `shown` when nothing is left.
 */
export function nextFrame(entries: readonly Recorded[], shown: number): number {
  let at = shown;
  let moved = false;
  while (at < entries.length) {
    const takes = entries[at]?.event.type === 'flow.taken';
    if (moved && !takes) return at;
    moved ||= takes;
    at += 1;
  }
  return at;
}
