'use client';

import { CircleX, Inbox, MessageSquare, Stamp, User } from 'lucide-react';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { TaskDetail } from '@/lib/tasks/types';
import { historyLine } from './history-words';

const ICONS = {
  open: Inbox,
  person: User,
  comment: MessageSquare,
  decided: Stamp,
  withdrawn: CircleX,
} as const;

export interface HistoryProps {
  history: TaskDetail['history'];
  shown: TaskDetail['shown'];
  /** Id of the reader. */
  me: string;
}

/** What happened to a task, the newest first; comments are part of it. */
export function History({ history, shown, me }: HistoryProps) {
  const name = (id: string) => shown?.outcomes.find((one) => one.id === id)?.label ?? id;
  const lines = history.map((entry) => ({ at: entry.at, line: historyLine(entry, me, name) })).reverse();
  return (
    <Section title="History" meta={<>{lines.length} · UTC</>}>
      <ol>
        {lines.map(({ at, line }, index) => {
          if (!line) return null;
          const Icon = ICONS[line.kind];
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: events of one transition share their time.
              key={index}
              className="flex items-baseline gap-2.5 border-b border-line py-1.5"
            >
              <Icon
                size={14}
                strokeWidth={1.7}
                aria-hidden="true"
                className="flex-none translate-y-0.5 text-muted"
              />
              <div className="min-w-0 grow break-words">
                {line.text}
                {line.said && <p className="whitespace-pre-wrap text-muted">{line.said}</p>}
              </div>
              <Time value={at} format="seconds" className="flex-none text-xs text-muted" />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
