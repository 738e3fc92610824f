import type { ThreadAnswer } from '@/lib/comments/answer';
import { get, type ProcessDocument, planes } from '@/lib/document';
import { label, labelOf } from '@/lib/editing';
import { kindSpecOf } from '@/lib/elements/catalogue';
import type { CommentPlace } from '../store/editor-store';

type Threads = readonly ThreadAnswer[];

/** The list with a conversation as it is now: in its place, or first when it is new; out of it once it is resolved. */
export function withThread(threads: Threads, thread: ThreadAnswer): Threads {
  if (thread.resolved) return withoutThread(threads, thread.threadId);
  const known = threads.some(({ threadId }) => threadId === thread.threadId);
  if (!known) return [thread, ...threads];
  return threads.map((each) => (each.threadId === thread.threadId ? thread : each));
}

export const withoutThread = (threads: Threads, threadId: string): Threads =>
  threads.filter((each) => each.threadId !== threadId);

/** A conversation as it is when it is pinned elsewhere, before the server says so. */
export function pinnedTo(thread: ThreadAnswer, place: CommentPlace): ThreadAnswer {
  const at =
    'elementId' in place ? { elementId: place.elementId, point: null } : { elementId: null, point: place };
  return { ...thread, elementName: null, ...at };
}

/** Where a conversation is pinned, in words, and whether that is still there. */
export interface PlaceWords {
  words: string;
  /** The element, or the plane of the note, is in the drawing. */
  there: boolean;
}

export function placeOf(
  document: ProcessDocument,
  { elementId, elementName, point }: Pick<ThreadAnswer, 'elementId' | 'elementName' | 'point'>,
): PlaceWords {
  if (elementId !== null) {
    const there = get(document, elementId) !== undefined;
    const now = there ? labelOf(document, elementId) || kindSpecOf(document, elementId).label : null;
    return { words: now ?? elementName ?? elementId, there };
  }
  return { words: 'Note', there: planes(document).some(({ id }) => id === point?.planeId) };
}

/** “Check” in quotes, or “the drawing”, for sentences. */
export const aboutWords = (
  document: ProcessDocument,
  thread: Pick<ThreadAnswer, 'elementId' | 'elementName'>,
) =>
  thread.elementId === null
    ? 'the drawing'
    : get(document, thread.elementId)
      ? label(document, thread.elementId)
      : `“${thread.elementName ?? thread.elementId}”`;

/** What others said since: by whom and about what, in sentences. Nothing the first time. */
export function newsOf(document: ProcessDocument, before: Threads, after: Threads): string[] {
  const known = new Set(before.flatMap(({ comments }) => comments.map(({ commentId }) => commentId)));
  return after.flatMap((thread) =>
    thread.comments
      .filter(({ commentId, mine, text }) => !mine && text !== null && !known.has(commentId))
      .map(({ by }) => `${by.name} commented on ${aboutWords(document, thread)}`),
  );
}

/** Those of an element first, in the order they were in; a person looks for what they have selected. */
export function selectedFirst(threads: Threads, selection: readonly string[]): Threads {
  if (selection.length !== 1) return threads;
  const [id] = selection;
  const of = (thread: ThreadAnswer) => thread.elementId === id;
  return [...threads.filter(of), ...threads.filter((thread) => !of(thread))];
}

/** Whether two lists say the same, so that nothing need be drawn again. */
export const sameThreads = (a: Threads, b: Threads): boolean => JSON.stringify(a) === JSON.stringify(b);
