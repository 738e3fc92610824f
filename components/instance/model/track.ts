import { formatDuration } from '@/components/ui/format-time';
import type { Recorded } from '@/engine/core';
import { positionOf } from './scrub';

export type Lane = 'people' | 'ai' | 'engine';

/** An event's mark on the timeline. */
export interface Mark {
  seq: number;
  lane: Lane;
  /** 0 to 1. */
  x: number;
}

/** A place where time passed between two events. */
export interface Gap {
  x: number;
  /** “5 min”. */
  words: string;
}

/** Shorter pauses are not worth a break in the axis, in milliseconds. */
const WORTH_A_BREAK_MS = 60_000;

const OWN_DOING =
  /^(?:instance\.(?:started|terminated)|task\.(?:claimed|released|delegated|commented|completed)|incident\.resolved|variables\.set)$/;

/** Who did it: a person only for what people do themselves; what followed from it is the engine's. */
export function laneOf({ actor, event }: Recorded): Lane {
  if (/^work\.(?:completed|failed)$/.test(event.type) && actor.kind === 'ai') return 'ai';
  if (actor.kind !== 'person' && actor.kind !== 'service') return 'engine';
  return OWN_DOING.test(event.type) || event.type.startsWith('work.completed') ? 'people' : 'engine';
}

/** One mark for each event, at equal distances. */
export const marksOf = (entries: readonly Recorded[]): Mark[] =>
  entries.map((entry) => ({
    seq: entry.seq,
    lane: laneOf(entry),
    x: positionOf(entry.seq, entries.length),
  }));

/** Where the axis is broken because time passed. */
export function gapsOf(entries: readonly Recorded[]): Gap[] {
  return entries.flatMap(({ at, seq }, index) => {
    const before = entries[index - 1];
    const passed = before ? Date.parse(at) - Date.parse(before.at) : 0;
    if (passed < WORTH_A_BREAK_MS) return [];
    const x = (positionOf(seq - 1, entries.length) + positionOf(seq, entries.length)) / 2;
    return [{ x, words: formatDuration(passed).split(' ').slice(0, 2).join(' ') }];
  });
}
