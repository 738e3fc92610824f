import { type ApiResult, apiGet, apiPost, apiSend } from '@/components/common/api-client';
import type { ThreadAnswer } from '@/lib/comments/answer';
import type { WordingsAnswer } from '@/lib/comments/wordings';
import type { CommentPlace } from '../store/editor-store';

export interface ThreadPage {
  items: ThreadAnswer[];
  nextCursor: string | null;
  counts: { open: number; resolved: number };
}

/** What is asked of the server; refusals are values. `key` is the same for a repeat of the same submit. */
export interface CommentsApi {
  list(state: 'open' | 'resolved', cursor?: string | null): Promise<ApiResult<ThreadPage>>;
  add(place: CommentPlace, text: string, key: string): Promise<ApiResult<ThreadAnswer>>;
  reply(threadId: string, text: string, key: string): Promise<ApiResult<ThreadAnswer>>;
  move(threadId: string, place: CommentPlace): Promise<ApiResult<ThreadAnswer>>;
  settle(threadId: string, resolved: boolean): Promise<ApiResult<ThreadAnswer>>;
  edit(threadId: string, commentId: string, text: string): Promise<ApiResult<ThreadAnswer>>;
  /** What a comment said before it was changed. */
  earlier(threadId: string, commentId: string): Promise<ApiResult<WordingsAnswer>>;
  /** Takes out a comment of one's own; `thread` is null when nothing is left. */
  remove(threadId: string, commentId: string): Promise<ApiResult<{ thread: ThreadAnswer | null }>>;
}

/** Most conversations that are asked for at once. */
const PAGE = 100;

/** Speaks to the public HTTP API. */
export function commentsOverHttp(processId: string): CommentsApi {
  const base = `/processes/${encodeURIComponent(processId)}/comments`;
  return {
    list: (state, cursor) =>
      apiGet(`${base}?${new URLSearchParams({ state, limit: String(PAGE), ...(cursor ? { cursor } : {}) })}`),
    add: (place, text, key) => apiPost(base, { text, ...written(place) }, key),
    reply: (threadId, text, key) => apiPost(`${base}/${threadId}/replies`, { text }, key),
    move: (threadId, place) => apiSend('PUT', `${base}/${threadId}/place`, written(place)),
    settle: (threadId, resolved) => apiPost(`${base}/${threadId}/${resolved ? 'resolve' : 'reopen'}`),
    edit: (threadId, commentId, text) => apiSend('PUT', `${base}/${threadId}/replies/${commentId}`, { text }),
    earlier: (threadId, commentId) => apiGet(`${base}/${threadId}/replies/${commentId}/wordings`),
    remove: (threadId, commentId) => apiSend('DELETE', `${base}/${threadId}/replies/${commentId}`),
  };
}

/** A place as the API names it. */
const written = (place: CommentPlace) => ('elementId' in place ? place : { point: place });
