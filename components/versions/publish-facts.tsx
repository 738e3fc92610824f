import { Hourglass, UserCheck, Workflow } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** What the server says about publishing this process now. */
export interface PublishFacts {
  secondPerson: boolean;
  /** Instances that run, by version, newest first. */
  running: readonly { version: number; count: number }[];
  /** A request that waits already. */
  pending: { requestId: string; requestedByName: string; baseVersion: number | null } | null;
}

export interface PublishEffectsProps {
  facts: PublishFacts;
  next: number;
  /** Where a request that waits is looked at and withdrawn. */
  requestHref: string | null;
}

/** Publishing in words: what happens to what runs, and who has to agree. */
export function PublishEffects({ facts, next, requestHref }: PublishEffectsProps) {
  return (
    <section aria-labelledby="publish-effects" className="flex flex-col gap-1.5 text-sm">
      <h3 id="publish-effects" className="text-xs font-semibold">
        What happens
      </h3>
      <Line icon={<Workflow size={15} />}>{runningWords(facts.running, next)}</Line>
      {facts.secondPerson && (
        <Line icon={<UserCheck size={15} />}>
          This process needs a second person: somebody else who may publish approves exactly what you ask for
          now.
        </Line>
      )}
      {facts.pending && (
        <Line icon={<Hourglass size={15} />}>
          {facts.pending.requestedByName} has asked already. Wait for that decision, or withdraw it first.{' '}
          {requestHref && (
            <Link className="inline-link" href={requestHref}>
              Show the request
            </Link>
          )}
        </Line>
      )}
    </section>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2">
      <span aria-hidden="true" className="mt-0.5 flex-none text-muted">
        {icon}
      </span>
      <span>{children}</span>
    </p>
  );
}

/** “3 running instances stay on v2; new ones start on v3.” */
export function runningWords(running: PublishFacts['running'], next: number): string {
  const total = running.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return `Nothing runs now. New instances start on v${next}.`;
  const where =
    running.length === 1
      ? `v${running[0]?.version}`
      : `their versions (${running.map(({ version, count }) => `${count} on v${version}`).join(', ')})`;
  const subject = total === 1 ? '1 running instance stays' : `${total} running instances stay`;
  return `${subject} on ${where}. New instances start on v${next}.`;
}
