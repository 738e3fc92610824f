import 'server-only';
import { addComment } from '@/lib/comments/add';
import { deleteComment } from '@/lib/comments/delete';
import { editComment } from '@/lib/comments/edit';
import { listComments } from '@/lib/comments/list';
import { moveComment } from '@/lib/comments/move';
import { replyToComment } from '@/lib/comments/reply';
import { reopenComment, resolveComment } from '@/lib/comments/resolve';
import { commentWordings } from '@/lib/comments/wordings';
import type { Operation } from './operation';

const BASE = '/processes/{processId}/comments';
const THREAD =
  '{threadId, elementId, elementName, point, createdAt, resolved: {by, at}, comments[]: {commentId, text, by, at, editedAt, mine}}';

/** What people say about a draft. It is no part of the document. */
export const comments = [
  {
    method: 'get',
    path: BASE,
    useCase: listComments,
    summary: 'Conversations about a draft, newest first',
    tag: 'Processes',
    answers: `{items[]: ${THREAD}, nextCursor, counts: {open, resolved}}`,
    refusals: [404],
  },
  {
    method: 'post',
    path: BASE,
    useCase: addComment,
    summary: 'Comment on an element, or put a sticky note on the drawing',
    tag: 'Processes',
    status: 201,
    answers: THREAD,
    refusals: [404, 409, 422, 429],
  },
  {
    method: 'post',
    path: `${BASE}/{threadId}/replies`,
    useCase: replyToComment,
    summary: 'Answer in a conversation; one that was resolved is open again',
    tag: 'Processes',
    status: 201,
    answers: THREAD,
    refusals: [404, 409, 429],
  },
  {
    method: 'put',
    path: `${BASE}/{threadId}/replies/{commentId}`,
    useCase: editComment,
    summary: 'Put a comment of your own into other words, as long as the conversation isn’t resolved',
    tag: 'Processes',
    answers: THREAD,
    refusals: [404, 409, 429],
  },
  {
    method: 'get',
    path: `${BASE}/{threadId}/replies/{commentId}/wordings`,
    useCase: commentWordings,
    summary: 'What a comment said before its author changed it',
    tag: 'Processes',
    answers: '{commentId, earlier[]: {text, at}}, oldest first',
    refusals: [404],
  },
  {
    method: 'delete',
    path: `${BASE}/{threadId}/replies/{commentId}`,
    useCase: deleteComment,
    summary: 'Delete a comment of your own, the first one included',
    tag: 'Processes',
    body: 'none',
    answers: '{commentId, thread}; thread is null when nothing is left of the conversation',
    refusals: [404],
  },
  {
    method: 'put',
    path: `${BASE}/{threadId}/place`,
    useCase: moveComment,
    summary: 'Pin a conversation to another element or place',
    tag: 'Processes',
    answers: THREAD,
    refusals: [404, 422],
  },
  {
    method: 'post',
    path: `${BASE}/{threadId}/resolve`,
    useCase: resolveComment,
    summary: 'Say that a conversation is done with',
    tag: 'Processes',
    answers: THREAD,
    refusals: [404],
  },
  {
    method: 'post',
    path: `${BASE}/{threadId}/reopen`,
    useCase: reopenComment,
    summary: 'Take a conversation up again',
    tag: 'Processes',
    answers: THREAD,
    refusals: [404],
  },
] as const satisfies readonly Operation[];
