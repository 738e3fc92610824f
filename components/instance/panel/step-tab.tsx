'use client';

import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { Time } from '@/components/ui/time';
import type { ProcessDocument } from '@/lib/document';
import { elementName } from '../model/sentences';
import { lookWords } from '../model/words';
import type { InstanceModel } from '../use-instance';
import { AiCard } from './ai-card';
import { EventList } from './event-list';
import { TaskCard } from './task-card';

interface StepTabProps {
  document: ProcessDocument;
  model: InstanceModel;
  selected: string | null;
  seeTasks: boolean;
}

/** What the selected element did: its AI calls, its task, its incident, its events. */
export function StepTab({ document, model, selected, seeTasks }: StepTabProps) {
  if (!selected)
    return (
      <EmptyState title="No step selected">Choose a step in the diagram or in the list of steps.</EmptyState>
    );
  const name = elementName(document, selected);
  const look = model.looks[selected];
  const calls = model.calls.filter((call) => call.elementId === selected).reverse();
  const tasks = model.tasks.filter((task) => task.elementId === selected);
  const incidents = Object.values(model.moment.state?.incidents ?? {}).filter(
    (one) => one.elementId === selected,
  );
  const visits = Object.values(model.moment.history.activities).filter((one) => one.elementId === selected);
  const last = visits.at(-1);
  return (
    <div className="px-4.5 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 text-base font-semibold">{name}</h2>
        <StateChip state={look?.state ?? 'notReached'}>{lookWords(look)}</StateChip>
      </div>
      {last && (
        <p className="mt-0.5 text-muted">
          Began <Time value={last.startedAt} format="seconds" />, {lookWords(look).toLowerCase()} since{' '}
          <Time value={last.since} format="seconds" /> UTC
        </p>
      )}
      {incidents.map((incident) => (
        <p key={incident.key} className="mt-3 rounded-md border border-incident/60 bg-incident-bg px-3 py-2">
          {incident.message}
        </p>
      ))}
      {tasks.map((task) => (
        <TaskCard key={task.taskId} task={task} open={seeTasks && !model.past} />
      ))}
      {calls.map((call) => (
        <AiCard key={call.seq} call={call} name={name} />
      ))}
      <EventList document={document} model={model} elementId={selected} title="Events of this step" />
    </div>
  );
}
