/** Longest comment, in characters. */
export const MAX_TEXT = 2_000;
/** Most open conversations of a process: more are no list that anybody works through. */
export const MAX_OPEN = 300;
/** Most comments of one conversation. */
export const MAX_IN_THREAD = 100;
/** Most times one comment is changed. */
export const MAX_EDITS = 50;
/** Farthest from the middle of the diagram that a sticky note lies, in diagram units. */
export const FARTHEST = 1_000_000;
