import { Lock } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { Time } from '@/components/ui/time';
import type { TaskDetail } from '@/lib/tasks/types';
import { shortDigest } from './words';

export interface ClosedBarProps {
  task: TaskDetail;
}

/** In place of the decision bar when the reader can't decide: the outcome and who, or the rule in words. */
export function ClosedBar({ task }: ClosedBarProps) {
  return (
    <section
      aria-label="Decision"
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 border-t border-line-strong bg-surface px-4 py-3 desk:px-6"
    >
      {task.closedAt === null ? <Refusal task={task} /> : <Outcome task={task} />}
    </section>
  );
}

function Outcome({ task }: { task: TaskDetail }) {
  if (task.state !== 'completed') return <p>This task was withdrawn; nobody decided it.</p>;
  const label = task.shown?.outcomes.find((one) => one.id === task.outcome)?.label ?? task.outcome;
  return (
    <>
      <Chip tone="done">{label ?? 'Completed'}</Chip>
      <p>
        {task.approval ? 'Decided' : 'Completed'} by <b className="font-semibold">{task.decidedByName}</b>
        {task.closedAt && (
          <>
            {', '}
            <Time value={task.closedAt} zone />
          </>
        )}
      </p>
      {task.contentDigest && (
        <p className="text-xs text-muted desk:ml-auto">
          Shown as it was seen and signed,{' '}
          <code title={task.contentDigest}>{shortDigest(task.contentDigest)}</code>
        </p>
      )}
    </>
  );
}

function Refusal({ task }: { task: TaskDetail }) {
  const { verdict } = task;
  return (
    <>
      {(task.shown?.outcomes ?? []).map((outcome) => (
        <button
          key={outcome.id}
          type="button"
          disabled
          aria-describedby="why-not"
          className="h-8.5 rounded-md border border-line bg-sunken px-4 font-medium text-muted max-desk:h-12 max-desk:flex-1"
        >
          {outcome.label}
        </button>
      ))}
      <p id="why-not" className="flex min-w-0 items-start gap-2">
        <Lock size={14} aria-hidden="true" className="mt-0.75 flex-none text-muted" />
        {verdict.may ? '' : verdict.reason}
      </p>
    </>
  );
}
