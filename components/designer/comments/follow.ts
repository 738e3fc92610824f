import type { ThreadAnswer } from '@/lib/comments/answer';
import type { Company, Spoken } from '../store/company';
import type { EditorStore } from '../store/editor-store';
import type { CommentsApi } from './comments-api';
import { newsOf, sameThreads, withoutThread, withThread } from './conversations';

/** How often it is looked for what others said, where nobody tells: without a line to the others. Milliseconds. */
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

/**
 * Keeps the open conversations of a draft up to date, and says what others added: told by the line to the others where
 * there is one, looked for otherwise.
 */
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
    if (!sameThreads(before, after)) take(after);
    first = false;
  };
  const take = (after: readonly ThreadAnswer[]) => {
    const { conversations, history, say } = editor.getState();
    editor.setState({ conversations: after });
    const news = first ? [] : newsOf(history.present, conversations, after);
    if (news.length > 0) say(news.join('. '));
  };
  const unheard = hearing(editor, (spoken) => {
    if (spoken === 'missed') return void look();
    // A list of its own even if it says the same: a look under way is older than this, and looks again.
    const now = spoken.reduce(
      (threads, { threadId, thread }) =>
        thread ? withThread(threads, thread) : withoutThread(threads, threadId),
      [...editor.getState().conversations] as readonly ThreadAnswer[],
    );
    take(now);
  });

  const wanted = () => {
    const { others, discussion, company } = editor.getState();
    const told = company !== null && company.state.getState().self !== null;
    return visible() && !told && (others.length > 0 || discussion !== null);
  };
  const timer = setInterval(() => wanted() && void look(), EVERY_MS);
  return {
    look,
    back: () => {
      if (visible() && now() - looked >= AGAIN_MS) void look();
    },
    stop: () => {
      stopped = true;
      unheard();
      clearInterval(timer);
    },
  };
}

/** Listens to the line to the others, whenever there is one. What was said before it was there may have been missed. */
function hearing(editor: EditorStore, listen: (spoken: Spoken) => void): () => void {
  let unheard: (() => void) | undefined;
  const meet = (company: Company | null) => {
    unheard?.();
    unheard = company?.hear(listen);
    if (company?.state.getState().self) listen('missed');
  };
  meet(editor.getState().company);
  const unfollow = editor.subscribe((next, before) => {
    if (next.company !== before.company) meet(next.company);
  });
  return () => {
    unfollow();
    unheard?.();
  };
}
