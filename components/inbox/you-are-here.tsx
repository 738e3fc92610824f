'use client';

import Link from 'next/link';
import { later } from '@/components/ui/later';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import type { TaskDetail } from '@/lib/tasks/types';
import type { HereDiagramProps } from './here-diagram';
import type { Here } from './use-task';

/** A look around, while the decision is read: it can wait until the page is idle. */
const HereDiagram = later<HereDiagramProps>(() => import('./here-diagram').then((it) => it.HereDiagram), {
  name: 'The diagram',
  awaited: () => false,
  place: (_props, failure) => failure ?? <Skeleton className="h-full" />,
});

/** The part of the drawing around this step, with what has happened so far. */
export function YouAreHere({ task, here, linked }: { task: TaskDetail; here: Here | null; linked: boolean }) {
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
      <div className="board-dots h-54 overflow-hidden rounded-md border border-line">
        {here ? <HereDiagram {...{ task, here }} /> : <Skeleton className="h-full" />}
      </div>
    </Section>
  );
}
