const PAGE = 10;

/** Where a key takes the timeline's slider; undefined for keys it doesn't know. Events are counted from 1. */
export function scrubKey(key: string, at: number, last: number): number | undefined {
  const to = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - PAGE,
    PageUp: at + PAGE,
    Home: 1,
    End: last,
  }[key];
  return to === undefined ? undefined : clamp(to, last);
}

/** An event's number inside the history. */
export const clamp = (at: number, last: number): number =>
  Math.min(Math.max(1, Math.round(at)), Math.max(1, last));

/** The event of `?at=`; null for the newest one, for a number that isn't one, and for one that isn't there yet. */
export function readAt(text: string | null | undefined, last: number): number | null {
  if (!text || !/^\d{1,9}$/.test(text)) return null;
  const at = Number(text);
  return at >= 1 && at < last ? at : null;
}

/** Where an event stands on the track, 0 to 1: one step an event. */
export const positionOf = (seq: number, last: number): number => (last <= 1 ? 1 : (seq - 1) / (last - 1));
