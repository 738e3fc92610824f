'use client';

import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useRef } from 'react';
import type { Problem } from '@/components/common/api-client';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { usePreload } from '@/components/ui/later';
import { useAnnounce } from '@/components/ui/live-region';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import type { Outcome } from '@/lib/elements/approval/config';
import type { TaskDetail as Task } from '@/lib/tasks/types';
import { WANTED_SOON } from './late-parts';
import { type DetailHandle, TaskDetail } from './task-detail';
import { TaskList } from './task-list';
import type { Draft } from './use-decision';
import { type Decided, type InboxStart, useInbox } from './use-inbox';
import { inboxKeys } from './use-keys';
import { useNow } from './use-now';
import { type Me, useTask } from './use-task';
import { ViewsNav } from './views';

export interface InboxProps extends InboxStart {
  /** The open or first task, so that the first paint is whole. */
  detail: Task | null;
  me: Me;
  decides: boolean;
  seesAll: boolean;
  /** May open instances. */
  linked: boolean;
  /** The server's clock, epoch ms. */
  now: number;
}

/** The approval inbox: lists, tasks, one task. */
export function Inbox(props: InboxProps) {
  const { me, decides, seesAll, linked } = props;
  const inbox = useInbox(props);
  const { selected, items } = inbox;
  const state = useTask(selected, props.detail, inbox.change);
  const now = useNow(props.now);
  usePreload(WANTED_SOON);
  const announce = useAnnounce();
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const detail = useRef<DetailHandle>(null);
  const drafts = useRef(new Map<string, Draft>());

  const draftOf = (taskId: string): Draft => {
    const kept = drafts.current.get(taskId) ?? { comment: '', values: {} };
    drafts.current.set(taskId, kept);
    return kept;
  };
  const refuse = (problem: Problem | null) => {
    if (!problem) return;
    toast.error(problem.detail);
    announce(problem.detail, { assertive: true });
    void inbox.refresh();
  };
  const hand = async (to: Me | null) => refuse(await state.hand(to));
  const focusRow = (taskId: string | null) =>
    root.current
      ?.querySelector<HTMLElement>(taskId ? `[data-task="${CSS.escape(taskId)}"]` : '[data-task]')
      ?.focus();
  const move = (by: 1 | -1) => {
    const index = items.findIndex(({ taskId }) => taskId === selected);
    const next = items[Math.min(items.length - 1, Math.max(0, index + by))];
    if (!next) return;
    inbox.open(next.taskId);
    focusRow(next.taskId);
  };
  const decided = (outcome: Outcome | null) => {
    const { task } = state;
    if (!task) return;
    drafts.current.delete(task.taskId);
    const done: Decided = { task, outcome: outcome?.label ?? null };
    const last = items.filter(({ taskId }) => taskId !== task.taskId).length === 0;
    inbox.decide(done);
    const what = `${done.outcome ?? 'Completed'}: ${task.title ?? task.name}`;
    // After the last task the page itself says it, with the link.
    if (!last)
      toast.success(what, {
        action: linked ? (
          <ButtonLink size="sm" className="ml-auto" href={`/instances/${task.instanceId}`}>
            View instance
          </ButtonLink>
        ) : undefined,
      });
    requestAnimationFrame(() => (last ? root.current?.focus() : focusRow(null)));
  };
  const claimable = state.task?.state === 'open' && state.task.verdict.may;
  const onKeyDown = inboxKeys({
    move,
    enter: () => root.current?.querySelector<HTMLElement>('[data-detail]')?.focus(),
    escape: () => {
      if (detail.current?.disarm()) return;
      if (inbox.opened) inbox.open(null);
      focusRow(selected);
    },
    claim: () => claimable && void hand(me),
    release: () => state.task?.assignee === me.id && state.task.state === 'claimed' && void hand(null),
    arm: (tone) => detail.current?.arm(tone),
    comment: () => detail.current?.comment(),
    search: () => search.current?.focus(),
    submit: () => detail.current?.submit(),
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are shortcuts for buttons that are there as well.
    <div
      ref={root}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="flex h-full min-h-0 outline-none focus-visible:shadow-none"
    >
      <h1 className="sr-only wide:hidden">Inbox</h1>
      <ViewsNav view={inbox.view} q={inbox.q} counts={inbox.counts} {...{ decides, seesAll }} />
      <TaskList inbox={inbox} {...{ decides, seesAll }} now={now} searchRef={search} />
      <section
        aria-label="Task"
        data-detail=""
        tabIndex={-1}
        className={cx(
          'focus-inset min-h-0 min-w-0 grow flex-col bg-surface @container desk:flex',
          inbox.opened || (inbox.decided && items.length === 0) ? 'flex' : 'hidden',
        )}
      >
        {state.task ? (
          <TaskDetail
            key={state.task.taskId}
            state={state}
            task={state.task}
            me={me}
            now={now}
            draft={draftOf(state.task.taskId)}
            linked={linked}
            onBack={() => inbox.open(null)}
            onHand={hand}
            onDecided={decided}
            handle={detail}
          />
        ) : (
          <Blank problem={state.problem} selected={selected} decided={inbox.decided} linked={linked} />
        )}
      </section>
    </div>
  );
}

interface BlankProps {
  problem: Problem | null;
  selected: string | null;
  decided: Decided | null;
  linked: boolean;
}

function Blank({ problem, selected, decided, linked }: BlankProps) {
  if (problem?.status === 404) {
    return (
      <EmptyState
        title="This task isn’t yours to see"
        actions={
          <Link href="/inbox" className="inline-link">
            To your tasks
          </Link>
        }
      >
        It may be withdrawn, or offered to a group you are not in. Ask whoever sent you the link, or an
        administrator.
      </EmptyState>
    );
  }
  if (problem) return <Banner tone="error">{problem.detail}</Banner>;
  if (selected) return <SkeletonRows rows={6} height={72} label="Loading the task" />;
  return (
    <EmptyState
      title="All clear"
      icon={<CircleCheck size={28} strokeWidth={1.6} aria-hidden="true" className="text-done" />}
      actions={
        decided &&
        linked && (
          <ButtonLink variant="primary" size="lg" href={`/instances/${decided.task.instanceId}`}>
            View instance
          </ButtonLink>
        )
      }
    >
      {decided
        ? `${decided.outcome ?? 'Completed'}: ${decided.task.title ?? decided.task.name}. Nothing more waits here.`
        : 'New tasks appear here by themselves.'}
    </EmptyState>
  );
}
