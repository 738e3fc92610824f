'use client';

import Link from 'next/link';
import { StaticDiagram } from '@/components/bpmn/static-diagram';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import type { TaskDetail } from '@/lib/tasks/types';
import type { Here } from './use-task';

/** The part of the drawing around this step, with what has happened so far. */
export function YouAreHere({ task, here, linked }: { task: TaskDetail; here: Here | null; linked: boolean }) {
  const open = task.closedAt === null;
  return (
    <Section
      title="You are here"
      meta={
        linked && (
          <Link href={`/instances/${task.instanceId}`} className="link py-0.5">
            Open instance
          </Link>
        )
      }
    >
      <div className="board-dots h-42 overflow-hidden rounded-md border border-line">
        {here ? (
          <StaticDiagram
            view={here.view}
            title={`The steps around “${task.name}” in ${task.processName}`}
            padding={28}
            {...(open ? { callout: { nodeId: here.elementId, text: 'You are here' } } : {})}
            className="mx-auto"
          />
        ) : (
          <Skeleton className="h-full" />
        )}
      </div>
    </Section>
  );
}
