'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import type { Ref } from 'react';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { TaskRow } from './task-row';
import type { InboxState } from './use-inbox';
import { ViewsSelect } from './views';
import { inboxHref } from './words';

export interface TaskListProps {
  inbox: InboxState;
  decides: boolean;
  seesAll: boolean;
  now: number;
  searchRef: Ref<HTMLInputElement>;
}

/** Search and rows. On phones it makes way for the task that is open. */
export function TaskList({ inbox, decides, seesAll, now, searchRef }: TaskListProps) {
  const { items, view, q, counts, selected, opened, more } = inbox;
  return (
    <section
      aria-label="Tasks"
      className={cx(
        'min-h-0 w-full flex-none flex-col border-line bg-paper desk:flex desk:w-93 desk:border-r 2xl:w-95',
        opened ? 'hidden' : 'flex',
      )}
    >
      <div className="flex min-h-14 flex-none items-center gap-2 border-b border-line px-4 py-1.5">
        <ViewsSelect {...{ view, q, counts, decides, seesAll }} />
        <SearchForm view={view} q={q} inputRef={searchRef} />
      </div>
      {/* Focusable, so that a click beside a row lets the keys act. */}
      <ul tabIndex={-1} className="min-h-0 grow overflow-y-auto outline-none focus-visible:shadow-none">
        {items.map((task) => (
          <TaskRow
            key={task.taskId}
            task={task}
            href={inboxHref(view, q, task.taskId)}
            selected={task.taskId === selected}
            now={now}
            onOpen={() => inbox.open(task.taskId)}
          />
        ))}
        {items.length === 0 && (
          <li>
            <Nothing view={view} q={q} />
          </li>
        )}
      </ul>
      <footer className="flex h-9 flex-none items-center gap-2 border-t border-line px-4 text-xs text-muted max-desk:hidden">
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> move <Kbd>C</Kbd> claim <Kbd>A</Kbd>
        <Kbd>R</Kbd> arm
        <span className="ml-auto">
          {items.length}
          {more ? ', more by search' : items.length === 1 ? ' task' : ' tasks'}
        </span>
      </footer>
    </section>
  );
}

function SearchForm({ view, q, inputRef }: { view: string; q: string; inputRef: Ref<HTMLInputElement> }) {
  return (
    <search className="min-w-0 grow">
      <form action="/inbox" className="relative">
        {view !== 'mine' && <input type="hidden" name="view" value={view} />}
        <Search
          size={15}
          aria-hidden="true"
          className="pointer-events-none absolute left-2.5 top-1/2 -translate-y-1/2 text-muted"
        />
        <input
          ref={inputRef}
          name="q"
          type="search"
          defaultValue={q}
          aria-label="Search tasks"
          placeholder="Search tasks"
          className="h-11 w-full rounded-md border border-line-strong bg-surface pl-8.5 pr-9 text-sm desk:h-8"
        />
        <span className="pointer-events-none absolute right-2 top-1/2 -translate-y-1/2 max-desk:hidden">
          <Kbd>/</Kbd>
        </span>
      </form>
    </search>
  );
}

const NOTHING = {
  mine: 'Nothing waits for you.',
  groups: 'No task is open.',
  due: 'Nothing more is due today.',
  overdue: 'Nothing is late.',
  done: 'Nothing has been decided yet.',
} as const;

function Nothing({ view, q }: { view: keyof typeof NOTHING; q: string }) {
  if (!q) return <EmptyState title="All clear">{NOTHING[view]}</EmptyState>;
  return (
    <EmptyState
      title={`No task matches “${q}”`}
      actions={
        <Link href={inboxHref(view, '')} className="inline-link">
          Clear search
        </Link>
      }
    >
      The search looks at titles, steps and processes.
    </EmptyState>
  );
}
