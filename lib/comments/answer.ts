import type { Comment, Prisma, CommentThread as Row } from '@/lib/db/generated/client';

/** One comment of a conversation. */
export interface CommentAnswer {
  commentId: string;
  /** Null: who wrote it deleted it. */
  text: string | null;
  by: { id: string; name: string };
  at: string;
  /** When its author changed it last; null as long as it says what it always said. */
  editedAt: string | null;
  /** The caller wrote it, and may change and delete it. */
  mine: boolean;
}

/** A conversation pinned to an element, or to a place of the drawing. */
export interface ThreadAnswer {
  threadId: string;
  elementId: string | null;
  /** What the element was called when it was commented on. */
  elementName: string | null;
  point: { planeId: string; x: number; y: number } | null;
  createdAt: string;
  resolved: { by: { id: string; name: string }; at: string } | null;
  /** Oldest first; at least one. */
  comments: CommentAnswer[];
}

export type ThreadRow = Row & { comments: Comment[] };

/** How comments are read with their conversation. */
export const WITH_COMMENTS = {
  comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.CommentThreadInclude;

/** @param me who reads it */
export const threadAnswer = (row: ThreadRow, me: string): ThreadAnswer => ({
  threadId: row.id,
  elementId: row.elementId,
  elementName: row.elementName,
  point:
    row.planeId === null || row.x === null || row.y === null
      ? null
      : { planeId: row.planeId, x: row.x, y: row.y },
  createdAt: row.createdAt.toISOString(),
  resolved:
    row.resolvedAt === null
      ? null
      : {
          by: { id: row.resolvedBy ?? '', name: row.resolvedByName ?? row.resolvedBy ?? '' },
          at: row.resolvedAt.toISOString(),
        },
  comments: row.comments.map((comment) => ({
    commentId: comment.id,
    text: comment.text,
    by: { id: comment.authorId, name: comment.authorName },
    at: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    mine: comment.authorId === me,
  })),
});
