'use client';

import { Cpu, User } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Sparkle } from '@/components/bpmn/sparkle';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { ProcessDocument } from '@/lib/document';
import { type EventLine, lineOf } from '../model/sentences';
import type { InstanceModel } from '../use-instance';

const FIRST = 60;

const ICONS: Record<EventLine['lane'], ReactNode> = {
  people: <User size={13} aria-hidden />,
  ai: <Sparkle size={13} />,
  engine: <Cpu size={13} aria-hidden />,
};

interface EventListProps {
  document: ProcessDocument;
  model: InstanceModel;
  /** Only what happened at this element. */
  elementId?: string;
  title?: string;
}

/** What happened, newest first, in sentences; each leads to its moment. */
export function EventList({ document, model, elementId, title = 'Events' }: EventListProps) {
  const { log, nameOf, moment, goTo } = model;
  const [all, setAll] = useState(false);
  const lines = useMemo(
    () =>
      log.entries
        .filter(({ event }) => elementId === undefined || event.elementId === elementId)
        .map((entry) => lineOf(document, entry, nameOf)),
    [log.entries, document, nameOf, elementId],
  );
  const wanted = lines.filter((line) => all || elementId !== undefined || !line.minor).reverse();
  const shown = all ? wanted : wanted.slice(0, FIRST);
  const here = shown.find((line) => line.seq <= moment.seq)?.seq;
  const hidden = lines.length - shown.length;
  return (
    <Section title={title} meta="newest first" className="mt-5">
      {shown.length === 0 && <p className="text-muted">Nothing happened here yet.</p>}
      <ol className="-mx-4.5" aria-label={title}>
        {shown.map((line) => (
          <Line
            key={line.seq}
            line={line}
            here={line.seq === here}
            later={line.seq > moment.seq}
            goTo={goTo}
          />
        ))}
      </ol>
      {(hidden > 0 || all) && elementId === undefined && (
        <Button size="sm" variant="ghost" className="mt-2" onClick={() => setAll(!all)}>
          {all ? 'Show what matters' : `Show all ${lines.length} events`}
        </Button>
      )}
    </Section>
  );
}

interface LineProps {
  line: EventLine;
  here: boolean;
  later: boolean;
  goTo: (seq: number) => void;
}

function Line({ line, here, later, goTo }: LineProps) {
  const icon = line.tone === 'ai' ? ICONS.ai : ICONS[line.lane];
  return (
    <li className="border-b border-line">
      <button
        type="button"
        aria-current={here ? 'step' : undefined}
        data-seq={line.seq}
        onClick={() => goTo(line.seq)}
        className={cx(
          'focus-inset flex min-h-7 w-full items-baseline gap-2 px-4.5 py-1 text-left text-[.78125rem]/5 hover:bg-hover',
          here && 'shadow-[inset_3px_0_var(--ink)]',
          later && 'text-muted',
        )}
      >
        <Time value={line.at} format="seconds" className="flex-none text-muted" />
        <span
          className={cx('relative top-0.5 flex-none', line.tone === 'ai' ? 'text-ai' : 'text-muted')}
          title={line.actorName}
        >
          {icon}
        </span>
        <span className="min-w-0">
          {line.title}
          {line.detail && <span className="block break-words text-xs text-muted">{line.detail}</span>}
        </span>
        {here && <span className="ml-auto flex-none text-xs text-muted">here</span>}
      </button>
    </li>
  );
}
