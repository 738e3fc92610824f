import type { ThreadAnswer } from '@/lib/comments/answer';

/** Where somebody is in the drawing, in px of the diagram. */
export interface Place {
  /** The plane they look at: the diagram, or the inside of a collapsed sub-process. */
  plane: string;
  /** What they point at, while they point at the drawing. */
  pointer?: { x: number; y: number } | undefined;
  /** What they see of it; told while somebody follows them. */
  view?: { x: number; y: number; width: number; height: number } | undefined;
}

/** Somebody who has a draft open: one window of theirs. */
export interface Participant {
  /** Names the window; says nothing that would let others speak for it. */
  id: string;
  personId: string;
  name: string;
  /** What is selected there, by element id; at most `MAX_SELECTED`. */
  selection: readonly string[];
  place?: Place | undefined;
  /** The window whose view this one follows. */
  follows?: string | undefined;
}

/** Who saved a draft, and as which revision. */
export interface Saved {
  revision: number;
  by: { id: string; name: string };
}

/** What server processes tell each other; nothing of it is stored. */
export type PresenceMessage =
  | { kind: 'here'; modelId: string; who: Participant }
  | { kind: 'gone'; modelId: string; id: string }
  /** A process began to follow this draft: the others tell whom they know of. */
  | { kind: 'who'; modelId: string }
  | { kind: 'saved'; modelId: string; saved: Saved }
  /** Something was said about the draft, or done to what was said. */
  | { kind: 'commented'; modelId: string; threadId: string };

/** Most selected elements that are told; a name for each wouldn't be readable anyway. */
export const MAX_SELECTED = 20;
/** Longest element id that is told, in characters: PostgreSQL carries less than 8,000 bytes. */
export const MAX_ID = 100;
/** Most windows of one draft that are kept apart. */
export const MAX_PRESENT = 50;
/** Most windows of one person, so that nobody fills the room alone. */
export const MAX_WINDOWS = 10;

/** How long somebody stays after their last sign of life, in milliseconds. */
export const LEASE_MS = 10_000;
/** How often those who aren't alone are asked for a sign of life, in milliseconds. */
export const ASK_MS = 4_000;

/** Shortest time between two tellings of who moved, on one stream. In milliseconds. */
export const MOVES_MS = 100;

/** Shortest time between two signs of one window that differ, in milliseconds. */
export const SIGN_MS = 250;
/** So many windows may give signs that often; more take turns, so that a draft has no more than 32 a second. */
export const SIGNING_AT_ONCE = 8;

/** How long a window waits between two signs that differ, in milliseconds. @param windows that have the draft open */
export const betweenSigns = (windows: number): number =>
  SIGN_MS * Math.max(1, Math.ceil(windows / SIGNING_AT_ONCE));

/** What the stream of a draft says, by event name. */
export interface PresenceEvents {
  /** The first: this window's own id, and what the draft is at. */
  hello: { id: string; saved: Saved };
  /** Everybody who is here now, this window included. */
  people: { people: Participant[] };
  /** Who points or looks elsewhere now. */
  moves: { moves: { id: string; place: Place | null }[] };
  saved: Saved;
  /** Conversations about the draft as they are now; null is one that is gone. */
  conversations: { threads: { threadId: string; thread: ThreadAnswer | null }[] };
  /** Something may not have been told: what was said about the draft has to be read again. */
  missed: Record<string, never>;
  /** Others are here: give a sign of life. */
  ask: Record<string, never>;
}
