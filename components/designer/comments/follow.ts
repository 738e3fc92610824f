import type { ThreadAnswer } from '@/lib/comments/answer';
import type { EditorStore } from '../store/editor-store';
import type { CommentsApi } from './comments-api';
import { newsOf, sameThreads } from './conversations';

/** How often it is looked for what others said, while others are there or the comments are shown; milliseconds. */
export const EVERY_MS = 15_000;
/** Coming back to the page looks at once, but not again within this; milliseconds. */
export const AGAIN_MS = 2_000;
/** Pages that are loaded at most: the server has no more than 300 open conversations of a process. */
const PAGES = 4;

export interface FollowOptions {
  editor: EditorStore;
  api: Pick<CommentsApi, 'list'>;
  /** The page is looked at. */
  visible: () => boolean;
  now?: () => number;
}

export interface Following {
  /** Looks now. */
  look: () => Promise<void>;
  /** Somebody came back to the page. */
  back: () => void;
  stop: () => void;
}

/** Keeps the open conversations of a draft up to date, and says what others added. */
export function followComments({ editor, api, visible, now = Date.now }: FollowOptions): Following {
  let first = true;
  let looked = Number.NEGATIVE_INFINITY;
  let stopped = false;

  const load = async (): Promise<ThreadAnswer[] | null> => {
    const items: ThreadAnswer[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < PAGES; page++) {
      const answer = await api.list('open', cursor);
      if (!answer.ok) return null;
      items.push(...answer.body.items);
      cursor = answer.body.nextCursor;
      if (cursor === null) break;
    }
    return items;
  };

  const look = async (): Promise<void> => {
    looked = now();
    const before = editor.getState().conversations;
    const after = await load();
    // What cannot be loaded is looked for again later; drawing goes on without.
    if (stopped || after === null) return;
    // What somebody wrote here meanwhile is newer than the answer.
    if (editor.getState().conversations !== before) return look();
    if (!sameThreads(before, after)) {
      editor.setState({ conversations: after });
      const news = first ? [] : newsOf(editor.getState().history.present, before, after);
      if (news.length > 0) editor.getState().say(news.join('. '));
    }
    first = false;
  };

  const wanted = () => {
    const { others, discussion } = editor.getState();
    return visible() && (others.length > 0 || discussion !== null);
  };
  const timer = setInterval(() => wanted() && void look(), EVERY_MS);
  return {
    look,
    back: () => {
      if (visible() && now() - looked >= AGAIN_MS) void look();
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}
