import { Clock, Hourglass, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { NavIcon } from '@/components/shell/nav-icon';
import { RelativeTime } from '@/components/ui/relative-time';
import type { OpenIncident } from '@/lib/instances/open-incidents';
import type { DraftSummary } from '@/lib/processes/drafts';
import type { DueTask } from '@/lib/tasks/due';
import { dueOf } from './due';

export interface MyWorkProps {
  /** Each absent when the person may not see such things. */
  tasks?: { items: readonly DueTask[]; total: number };
  incidents?: { items: readonly OpenIncident[]; total: number };
  drafts?: readonly DraftSummary[];
  /** The server's clock, epoch ms. */
  now: number;
}

/** What waits for this person. */
export function MyWork({ tasks, incidents, drafts, now }: MyWorkProps) {
  return (
    <section aria-labelledby="my-work">
      <h2 id="my-work" className="mb-2.75 mt-6 text-lg font-semibold tracking-[-.018em]">
        My work
      </h2>
      <div className="flex flex-col overflow-hidden rounded-lg border border-line bg-surface desk:flex-row">
        {tasks && (
          <Column
            title="Tasks due"
            count={tasks.total}
            link={{ href: '/inbox', label: 'Open inbox' }}
            empty="All clear: nothing waits for you."
          >
            {tasks.items.map((task) => (
              <TaskRow key={task.taskId} task={task} now={now} />
            ))}
          </Column>
        )}
        {incidents && (
          <Column
            title="Incidents"
            count={incidents.total}
            link={{ href: '/instances?status=incident', label: 'Show all' }}
            empty="Nothing is stuck."
          >
            {incidents.items.map((incident) => (
              <Row
                key={incident.incidentId}
                href={`/instances/${incident.instanceId}`}
                icon={<TriangleAlert size={15} className="fill-incident stroke-surface" aria-hidden />}
                text={incident.message}
                end={incident.about ?? <RelativeTime value={incident.raisedAt} now={now} />}
              />
            ))}
          </Column>
        )}
        {drafts && (
          <Column
            title="Drafts"
            count={drafts.length}
            link={{ href: '/processes', label: 'All processes' }}
            empty="No draft of yours waits to be published."
          >
            {drafts.map((draft) => (
              <DraftRow key={draft.processId} draft={draft} />
            ))}
          </Column>
        )}
      </div>
    </section>
  );
}

interface ColumnProps {
  title: string;
  count: number;
  link: { href: string; label: string };
  empty: string;
  children: readonly ReactNode[];
}

function Column({ title, count, link, empty, children }: ColumnProps) {
  return (
    <div className="min-w-0 flex-1 border-line px-4 pb-1 pt-2.5 max-desk:border-b max-desk:last:border-b-0 desk:border-r desk:last:border-r-0">
      <div className="flex items-baseline gap-2 pb-1.75">
        <h3 className="font-semibold">{title}</h3>
        <span className="text-muted">{count}</span>
        <Link href={link.href} className="link ml-auto py-0.5 text-xs">
          {link.label}
        </Link>
      </div>
      {children.length === 0 ? (
        <p className="border-t border-line py-1.5 text-muted">{empty}</p>
      ) : (
        <ul>{children}</ul>
      )}
    </div>
  );
}

function Row({ href, icon, text, end }: { href: string; icon: ReactNode; text: string; end: ReactNode }) {
  return (
    <li className="border-t border-line">
      <Link href={href} className="focus-inset group flex h-8 items-center gap-2.25">
        <span className="flex-none">{icon}</span>
        <span className="min-w-0 grow truncate group-hover:underline" title={text}>
          {text}
        </span>
        <span className="max-w-1/2 flex-none truncate text-xs text-muted">{end}</span>
      </Link>
    </li>
  );
}

const DUE_ICONS = {
  calm: <Clock size={15} className="text-muted" aria-hidden />,
  soon: <Hourglass size={15} className="text-wait" aria-hidden />,
  overdue: <TriangleAlert size={15} className="fill-incident stroke-surface" aria-hidden />,
} as const;

function TaskRow({ task, now }: { task: DueTask; now: number }) {
  const { level, text } = dueOf(task, now);
  return (
    <Row
      href={`/inbox/${encodeURIComponent(task.taskId)}`}
      icon={DUE_ICONS[level]}
      text={task.title ? `${task.title} · ${task.name}` : task.name}
      end={text}
    />
  );
}

function DraftRow({ draft }: { draft: DraftSummary }) {
  const errors = draft.errors === 1 ? '1 error' : `${draft.errors} errors`;
  return (
    <Row
      href={`/processes/${draft.processId}`}
      icon={<NavIcon name="processes" />}
      text={`${draft.name}, v${draft.nextVersion}`}
      end={draft.errors === 0 ? 'ready' : errors}
    />
  );
}
