import { useMemo, useState } from 'react';
import type { ApiResult } from '@/components/common/api-client';
import type { ThreadAnswer } from '@/lib/comments/answer';
import type { Autosave } from '../save/autosave';
import { useEditorStore } from '../store/context';
import type { CommentPlace, EditorStore } from '../store/editor-store';
import type { CommentsApi } from './comments-api';
import { aboutWords, pinnedTo, withoutThread, withThread } from './conversations';

/** What can be done in the panel; each answers why it failed, or null. */
export interface Talk {
  add(place: CommentPlace, text: string): Promise<string | null>;
  reply(threadId: string, text: string): Promise<string | null>;
  /** Pins it elsewhere; it is there at once, and back again when that fails. */
  move(threadId: string, place: CommentPlace): Promise<string | null>;
  settle(threadId: string, resolved: boolean): Promise<string | null>;
  /** Puts a comment of one’s own into other words. */
  edit(threadId: string, commentId: string, text: string): Promise<string | null>;
  remove(threadId: string, commentId: string): Promise<string | null>;
}

interface TalkOptions {
  editor: EditorStore;
  api: CommentsApi;
  /** The draft is saved first, so that the server knows the element by its name. */
  autosave: Pick<Autosave, 'flush'>;
  /** A conversation is as it says, whichever list it is in; null when it is gone. */
  onThread: (threadId: string, thread: ThreadAnswer | null) => void;
  newKey?: () => string;
}

/** Speaks for the person: sends, keeps the list of the drawing up to date, and says what was done. */
export function createTalk({
  editor,
  api,
  autosave,
  onThread,
  newKey = () => crypto.randomUUID(),
}: TalkOptions): Talk {
  // A submit that failed may have arrived: its repeat carries the same key.
  const keys = new Map<string, string>();
  const keyFor = (submit: string): string => {
    const key = keys.get(submit) ?? newKey();
    keys.set(submit, key);
    return key;
  };
  const done = (threadId: string, thread: ThreadAnswer | null, said: string): null => {
    const { conversations, say } = editor.getState();
    editor.setState({
      conversations: thread ? withThread(conversations, thread) : withoutThread(conversations, threadId),
    });
    onThread(threadId, thread);
    say(said);
    return null;
  };
  const about = (thread: ThreadAnswer) => aboutWords(editor.getState().history.present, thread);
  const submit = async (
    id: string,
    send: (key: string) => Promise<ApiResult<ThreadAnswer>>,
    said: (thread: ThreadAnswer) => string,
  ): Promise<string | null> => {
    const answer = await send(keyFor(id));
    if (!answer.ok) return answer.problem.detail;
    keys.delete(id);
    return done(answer.body.threadId, answer.body, said(answer.body));
  };
  return {
    async add(place, text) {
      if ('elementId' in place) await autosave.flush();
      const failed = await submit(
        `add ${JSON.stringify(place)} ${text}`,
        (key) => api.add(place, text, key),
        (thread) => `Commented on ${about(thread)}`,
      );
      if (failed === null) {
        const newest = editor.getState().conversations[0];
        editor.getState().discuss({ thread: newest?.threadId ?? null });
      }
      return failed;
    },
    reply: (threadId, text) =>
      submit(
        `reply ${threadId} ${text}`,
        (key) => api.reply(threadId, text, key),
        (thread) => `Answered about ${about(thread)}`,
      ),
    async move(threadId, place) {
      const before = editor.getState().conversations.find((each) => each.threadId === threadId);
      const show = (thread: ThreadAnswer) =>
        editor.setState(({ conversations }) => ({ conversations: withThread(conversations, thread) }));
      if (before) show(pinnedTo(before, place));
      if ('elementId' in place) await autosave.flush();
      const answer = await api.move(threadId, place);
      if (answer.ok) return done(threadId, answer.body, `Moved to ${about(answer.body)}`);
      if (before) show(before);
      return answer.problem.detail;
    },
    async settle(threadId, resolved) {
      const answer = await api.settle(threadId, resolved);
      if (!answer.ok) return answer.problem.detail;
      return done(threadId, answer.body, resolved ? 'Resolved' : 'Open again');
    },
    async edit(threadId, commentId, text) {
      const answer = await api.edit(threadId, commentId, text);
      if (!answer.ok) return answer.problem.detail;
      return done(threadId, answer.body, 'Changed the comment');
    },
    async remove(threadId, commentId) {
      const answer = await api.remove(threadId, commentId);
      if (!answer.ok) return answer.problem.detail;
      return done(threadId, answer.body.thread, 'Deleted the comment');
    },
  };
}

/** The same for the panel around. */
export function useTalk(options: Omit<TalkOptions, 'editor' | 'newKey'>): Talk {
  const editor = useEditorStore();
  const [onThread] = useState(() => ({ current: options.onThread }));
  onThread.current = options.onThread;
  const { api, autosave } = options;
  return useMemo(
    () => createTalk({ editor, api, autosave, onThread: (id, thread) => onThread.current(id, thread) }),
    [editor, api, autosave, onThread],
  );
}
