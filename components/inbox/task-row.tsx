'use client';

import { Avatar } from '@/components/ui/avatar';
import { AiChip, Chip, DueChip } from '@/components/ui/chip';
import { cx } from '@/components/ui/cx';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TaskSummary } from '@/lib/tasks/types';
import { dueOf, moneyText, suggestionWords } from './words';

export interface TaskRowProps {
  task: TaskSummary;
  href: string;
  selected: boolean;
  now: number;
  onOpen: () => void;
}

/** One task, 72 px: what it is about, which step of what, how urgent, what AI says, who has it. */
export function TaskRow({ task, href, selected, now, onOpen }: TaskRowProps) {
  return (
    <li>
      <a
        href={href}
        data-task={task.taskId}
        aria-current={selected ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
        className={cx(
          'focus-inset flex min-h-18 flex-col gap-0.5 border-b border-line border-l-[3px] py-1.5 pl-3.25 pr-4',
          selected
            ? 'border-l-ink desk:bg-surface max-desk:border-l-transparent'
            : 'border-l-transparent hover:bg-hover',
        )}
      >
        <span className="flex items-baseline gap-3">
          <span className="truncate font-medium">{task.title ?? task.name}</span>
          {task.amount && <span className="ml-auto flex-none font-medium">{moneyText(task.amount)}</span>}
        </span>
        <span className="truncate text-xs text-muted">
          {task.processName} · {task.name}
        </span>
        <span className="flex min-h-5.5 items-center gap-1.5 overflow-hidden">
          <Chips task={task} now={now} />
          {task.assigneeName && task.state === 'claimed' && (
            <span className="ml-auto flex-none">
              <span className="sr-only">Claimed by </span>
              <Avatar name={task.assigneeName} size="s" />
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

function Chips({ task, now }: { task: TaskSummary; now: number }) {
  if (task.state === 'completed') {
    return (
      <>
        <Chip tone="done">{task.outcome ?? 'completed'}</Chip>
        <span className="truncate text-xs text-muted">
          {task.decidedByName}
          {task.closedAt && (
            <>
              {' · '}
              <RelativeTime value={task.closedAt} now={now} />
            </>
          )}
        </span>
      </>
    );
  }
  const due = dueOf(task, now);
  const ai = task.ai && suggestionWords(task.ai);
  return (
    <>
      {due && <DueChip level={due.level}>{due.text}</DueChip>}
      {task.reminders > 0 && <Chip>Reminded{task.reminders > 1 && ` ${task.reminders}×`}</Chip>}
      {task.decisions > 0 && <Chip>{task.decisions} decided</Chip>}
      {ai && <AiChip value={ai.value}>{ai.text}</AiChip>}
    </>
  );
}
