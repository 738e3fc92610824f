'use client';

import { ArrowLeft, Hand, MessageSquare, Users } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DueChip } from '@/components/ui/chip';
import { IconButton } from '@/components/ui/icon-button';
import { TitleCell } from '@/components/ui/title-block';
import type { TaskDetail } from '@/lib/tasks/types';
import type { Me } from './use-task';
import { dueOf } from './words';

export interface TaskHeaderProps {
  task: TaskDetail;
  me: Me;
  now: number;
  onBack: () => void;
  onClaim: () => void;
  onRelease: () => void;
  onHandOver: () => void;
  onComment: () => void;
}

/** The title block of a task: what it is, until when, who has it. */
export function TaskHeader(props: TaskHeaderProps) {
  const { task, now, onBack } = props;
  const open = task.closedAt === null;
  const due = open ? dueOf(task, now) : null;
  return (
    <header className="flex min-h-14 flex-none items-stretch border-b border-line bg-paper">
      <div className="flex flex-none items-center pl-1.5 desk:hidden">
        <IconButton label="Back to the list" size="lg" icon={<ArrowLeft size={18} />} onClick={onBack} />
      </div>
      <div className="flex min-w-0 grow flex-col justify-center px-2 desk:px-6">
        <p className="truncate text-3xs text-muted">
          {task.processName} v{task.version} · {task.name}
        </p>
        <h2 className="truncate text-base/5 font-semibold tracking-[-.012em]">{task.title ?? task.name}</h2>
      </div>
      {due && (
        <div className="flex flex-none items-center border-line px-3 desk:border-l">
          <DueChip level={due.level}>{due.text}</DueChip>
        </div>
      )}
      {open && <Holder {...props} />}
    </header>
  );
}

function Holder({ task, me, onClaim, onRelease, onHandOver, onComment }: TaskHeaderProps) {
  const mine = task.state === 'claimed' && task.assignee === me.id;
  const holder = mine ? 'You' : (task.assigneeName ?? (task.assignee ? task.assignee : 'Nobody'));
  return (
    <>
      <div className="hidden border-l border-line @min-[640px]:flex">
        <TitleCell
          label={task.state === 'claimed' ? 'Claimed by' : task.assignee ? 'Assigned to' : 'Claimed by'}
          flat
        >
          {holder}
        </TitleCell>
      </div>
      <div className="flex flex-none items-center gap-0.5 border-l border-line px-2 max-desk:hidden">
        <HolderActions {...{ task, me, onClaim, onRelease, onHandOver }} />
        <IconButton label="Comment" shortcut="M" icon={<MessageSquare size={16} />} onClick={onComment} />
      </div>
    </>
  );
}

export interface HolderActionsProps
  extends Pick<TaskHeaderProps, 'task' | 'me' | 'onClaim' | 'onRelease' | 'onHandOver'> {
  /** For thumbs. */
  large?: boolean;
}

/** Taking a task, giving it back, handing it over. */
export function HolderActions({ task, me, onClaim, onRelease, onHandOver, large }: HolderActionsProps) {
  const mine = task.state === 'claimed' && task.assignee === me.id;
  const size = large ? 'lg' : 'md';
  // who can't sign can still see to it that somebody does
  const hands = task.verdict.may || task.verdict.code === 'no-password';
  return (
    <span className="flex flex-wrap items-center gap-1">
      {task.state === 'open' && task.verdict.may && (
        <Button
          size={size}
          shortcut={large ? undefined : 'C'}
          icon={<Hand size={14} aria-hidden="true" />}
          onClick={onClaim}
        >
          Claim
        </Button>
      )}
      {mine && (
        <Button size={size} shortcut={large ? undefined : '⇧C'} onClick={onRelease}>
          Release
        </Button>
      )}
      {hands && large && (
        <Button size="lg" icon={<Users size={16} aria-hidden="true" />} onClick={onHandOver}>
          Hand over…
        </Button>
      )}
      {hands && !large && <IconButton label="Hand over…" icon={<Users size={16} />} onClick={onHandOver} />}
    </span>
  );
}
