'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import { tellInboxCount } from '@/components/shell/inbox-count';
import { useAnnounce } from '@/components/ui/live-region';
import type { TaskCounts, TaskSummary, TaskView } from '@/lib/tasks/types';
import { taskBeside } from './beside';
import { inboxHref, neighbourOf } from './words';

/** How often the list is looked at again while the page is seen, in milliseconds. */
const REFRESH_MS = 10_000;

export interface InboxStart {
  view: TaskView;
  q: string;
  items: TaskSummary[];
  more: boolean;
  counts: TaskCounts;
}

/** A task that was decided here just now. */
export interface Decided {
  task: TaskSummary;
  /** “Approve”. */
  outcome: string | null;
}

const openedIn = (path: string): string | null => {
  const id = /^\/inbox\/([^/]+)/.exec(path)?.[1];
  return id ? decodeURIComponent(id) : null;
};

/** The list, kept fresh, and which task is open. The address is the state: it can be sent to somebody. */
export function useInbox(start: InboxStart) {
  const { view, q } = start;
  const opened = openedIn(usePathname());
  const announce = useAnnounce();
  const [items, setItems] = useState(start.items);
  const [more, setMore] = useState(start.more);
  const [counts, setCounts] = useState(start.counts);
  const [decided, setDecided] = useState<Decided | null>(null);
  const gone = useRef(new Set<string>());
  // Stays where it is when the list changes under it: nobody's task is swapped while they read.
  const [beside, setBeside] = useState(opened ?? start.items[0]?.taskId ?? null);
  const first = items[0]?.taskId ?? null;
  useEffect(() => setBeside((now) => taskBeside(opened, now, first, gone.current)), [opened, first]);

  const refresh = useCallback(async () => {
    const query = new URLSearchParams({ view, limit: '100', ...(q ? { q } : {}) });
    const [list, numbers] = await Promise.all([
      apiGet<{ items: TaskSummary[]; nextCursor: string | null }>(`/tasks?${query}`),
      apiGet<TaskCounts>('/tasks/counts'),
    ]);
    if (list.ok) {
      setItems(list.body.items.filter(({ taskId }) => !gone.current.has(taskId) || view === 'done'));
      setMore(list.body.nextCursor !== null);
    }
    if (!numbers.ok) return;
    setCounts(numbers.body);
    tellInboxCount(numbers.body.mine);
  }, [view, q]);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(look, REFRESH_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);

  const open = useCallback(
    (taskId: string | null) => {
      const href = inboxHref(view, q, taskId ?? undefined);
      const replace = taskId !== null && openedIn(window.location.pathname) !== null;
      window.history[replace ? 'replaceState' : 'pushState'](null, '', href);
    },
    [view, q],
  );

  const decide = (done: Decided) => {
    const next = neighbourOf(items, done.task.taskId);
    gone.current.add(done.task.taskId);
    setItems((all) => all.filter(({ taskId }) => taskId !== done.task.taskId));
    setDecided(done);
    setBeside(next?.taskId ?? null);
    open(next?.taskId ?? null);
    announce(next ? `Decided. Next: ${next.title ?? next.name}` : 'Decided. No more tasks in this list.');
    void refresh();
  };

  const change = (taskId: string, update: Partial<TaskSummary>) =>
    setItems((all) => all.map((one) => (one.taskId === taskId ? { ...one, ...update } : one)));

  return {
    view,
    q,
    items,
    more,
    counts,
    decided,
    opened,
    /** What the detail shows where list and detail stand side by side. */
    selected: opened ?? beside,
    open,
    refresh,
    decide,
    change,
  };
}

export type InboxState = ReturnType<typeof useInbox>;
