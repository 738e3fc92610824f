'use client';

import { Check, Hourglass, TriangleAlert, User, Users } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { cx } from '@/components/ui/cx';
import { Select } from '@/components/ui/select';
import { TASK_VIEWS, type TaskCounts, type TaskView } from '@/lib/tasks/types';
import { inboxHref, VIEW_NAMES } from './words';

const ICONS = { mine: User, groups: Users, due: Hourglass, overdue: TriangleAlert, done: Check } as const;

export interface ViewsProps {
  view: TaskView;
  q: string;
  counts: TaskCounts;
  /** Decides tasks; who only reads has none of their own. */
  decides: boolean;
  /** Sees the tasks of everybody: there “My groups” would say too little. */
  seesAll: boolean;
}

const viewsFor = (decides: boolean) => TASK_VIEWS.filter((one) => decides || one !== 'mine');

const nameOf = (view: TaskView, seesAll: boolean): string =>
  view === 'groups' && seesAll ? 'All open' : VIEW_NAMES[view];

/** The lists of the inbox, at the left of wide screens. */
export function ViewsNav({ view, q, counts, decides, seesAll }: ViewsProps) {
  return (
    <nav
      aria-label="Lists"
      className="hidden w-52 flex-none flex-col border-r border-line bg-paper wide:flex 2xl:w-55"
    >
      <div className="flex h-14 flex-none items-center border-b border-line px-4">
        <h1 className="text-lg font-semibold tracking-[-.02em]">Inbox</h1>
      </div>
      <ul className="flex flex-col py-2">
        {viewsFor(decides).map((one) => {
          const Icon = ICONS[one];
          return (
            <li key={one}>
              <Link
                href={inboxHref(one, q)}
                aria-current={one === view ? 'page' : undefined}
                className={cx(
                  'focus-inset flex h-9 items-center gap-3 border-l-[3px] pl-3.75 pr-4',
                  one === view
                    ? 'border-primary bg-primary-soft font-medium'
                    : 'border-transparent hover:bg-hover',
                )}
              >
                <Icon size={15} strokeWidth={1.7} aria-hidden="true" className="flex-none" />
                {nameOf(one, seesAll)}
                {one !== 'done' && (
                  <span className="ml-auto text-muted">
                    {counts[one]}
                    <span className="sr-only"> open</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The same as a select, where there is no room for a column. */
export function ViewsSelect({ view, q, counts, decides, seesAll }: ViewsProps) {
  const router = useRouter();
  return (
    <Select
      label="List"
      hideLabel
      size="lg"
      className="w-36 flex-none wide:hidden"
      value={view}
      onChange={(event) => router.push(inboxHref(event.target.value as TaskView, q))}
      options={viewsFor(decides).map((one) => ({
        value: one,
        label: `${nameOf(one, seesAll)}${one === 'done' ? '' : ` (${counts[one]})`}`,
      }))}
    />
  );
}
