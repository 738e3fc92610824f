'use client';

import Link from 'next/link';
import type { StaticDiagramProps } from '@/components/bpmn/static-diagram';
import type { DiagramView } from '@/components/bpmn/types';
import { later } from '@/components/ui/later';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import type { TaskDetail } from '@/lib/tasks/types';
import type { Here } from './use-task';

/** A look around, while the decision is read: it can wait until the page is idle. */
const StaticDiagram = later<StaticDiagramProps>(
  () => import('@/components/bpmn/static-diagram').then((it) => it.StaticDiagram),
  {
    name: 'The diagram',
    awaited: () => false,
    place: (_props, failure) => failure ?? <Skeleton className="h-full" />,
  },
);

/** What fits a card and can still be read, in diagram pixels. */
const WINDOW = { width: 430, height: 370 };

/** A window around one element, kept inside the drawing where the drawing is larger. */
function windowOn({ view, elementId }: Here): DiagramView {
  const node = view.nodes.find(({ id }) => id === elementId);
  if (!node) return view;
  const along = (from: number, size: number, room: number, start: number, whole: number) =>
    whole <= room
      ? { at: start, size: whole }
      : { at: Math.min(Math.max(from + size / 2 - room / 2, start), start + whole - room), size: room };
  const { bounds } = view;
  const x = along(node.x - 40, node.spec.width, WINDOW.width, bounds.x, bounds.width);
  const y = along(node.y, node.spec.height, WINDOW.height, bounds.y, bounds.height);
  return { ...view, bounds: { x: x.at, y: y.at, width: x.size, height: y.size } };
}

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
      <div className="board-dots h-54 overflow-hidden rounded-md border border-line">
        {here ? (
          <StaticDiagram
            view={windowOn(here)}
            title={`The steps around “${task.name}” in ${task.processName}`}
            padding={16}
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
