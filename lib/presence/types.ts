/** Somebody who has a draft open: one window of theirs. */
export interface Participant {
  /** Names the window; says nothing that would let others speak for it. */
  id: string;
  personId: string;
  name: string;
  /** What is selected there, by element id; at most `MAX_SELECTED`. */
  selection: readonly string[];
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
  | { kind: 'saved'; modelId: string; saved: Saved };

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

/** What the stream of a draft says, by event name. */
export interface PresenceEvents {
  /** The first: this window's own id, and what the draft is at. */
  hello: { id: string; saved: Saved };
  /** Everybody who is here now, this window included. */
  people: { people: Participant[] };
  saved: Saved;
  /** Others are here: give a sign of life. */
  ask: Record<string, never>;
}
