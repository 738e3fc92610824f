import { Inbox } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Time } from '@/components/ui/time';
import type { OpenTask } from '../model/tasks';

/** A task that is open: for whom, since when, until when. */
export function TaskCard({ task, open }: { task: OpenTask; open: boolean }) {
  return (
    <article className="mt-4 rounded-md border border-wait/60 bg-surface px-3 py-2.5">
      <p className="font-semibold">{task.name}</p>
      <p>
        {task.approval ? 'Approval' : 'Task'} for {task.waitsFor}, open since{' '}
        <RelativeTime value={task.openedAt} />
      </p>
      {task.dueAt && (
        <p className="text-muted">
          Due <Time value={task.dueAt} zone />
        </p>
      )}
      {open && (
        <ButtonLink
          className="mt-2"
          href={`/inbox/${encodeURIComponent(task.taskId)}`}
          icon={<Inbox size={15} aria-hidden />}
        >
          Open task
        </ButtonLink>
      )}
    </article>
  );
}
