'use client';

import { CircleX, Inbox, MessageSquare, Stamp, User } from 'lucide-react';
import { type FormEvent, type Ref, useState } from 'react';
import type { Problem } from '@/components/common/api-client';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { TextArea } from '@/components/ui/text-field';
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

/** What happened to this task, the newest first; comments are part of it. */
export function History({ task, me }: { task: TaskDetail; me: string }) {
  const name = (id: string) => task.shown?.outcomes.find((one) => one.id === id)?.label ?? id;
  const lines = task.history.map((entry) => ({ at: entry.at, line: historyLine(entry, me, name) })).reverse();
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

/** A line for everybody who works on this task; it stays in the audit trail. */
export function CommentBox({
  onSend,
  inputRef,
}: {
  onSend: (text: string) => Promise<Problem | null>;
  inputRef: Ref<HTMLTextAreaElement>;
}) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!text.trim() || busy) return;
    setBusy(true);
    const problem = await onSend(text.trim());
    setBusy(false);
    setError(problem?.detail);
    if (!problem) setText('');
  };
  return (
    <form onSubmit={send} className="mt-2 flex flex-col gap-2">
      <TextArea
        label="Comment for colleagues"
        ref={inputRef}
        rows={2}
        maxLength={4000}
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
        // Mod+Enter in here sends the comment, not a decision.
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <Button type="submit" size="sm" busy={busy} className="self-start max-desk:h-11">
        Add comment
      </Button>
    </form>
  );
}
