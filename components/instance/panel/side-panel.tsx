'use client';

import { EmptyState } from '@/components/ui/empty-state';
import { Tabs } from '@/components/ui/tabs';
import type { ProcessDocument } from '@/lib/document';
import type { InstanceModel } from '../use-instance';
import { InstanceTab } from './instance-tab';
import { StepTab } from './step-tab';
import { TaskCard } from './task-card';

interface SidePanelProps {
  document: ProcessDocument;
  model: InstanceModel;
  selected: string | null;
  onSelect: (elementId: string | null) => void;
  tab: string;
  onTab: (tab: string) => void;
  seeTasks: boolean;
}

/** Beside the diagram, below it on phones: the step, the instance, what is open. */
export function SidePanel({ document, model, selected, onSelect, tab, onTab, seeTasks }: SidePanelProps) {
  return (
    <Tabs
      label="Details"
      className="min-h-0 grow"
      value={tab}
      onValueChange={onTab}
      tabs={[
        {
          value: 'step',
          label: 'This step',
          content: <StepTab document={document} model={model} selected={selected} seeTasks={seeTasks} />,
        },
        {
          value: 'instance',
          label: 'Instance',
          content: <InstanceTab document={document} model={model} selected={selected} onSelect={onSelect} />,
        },
        {
          value: 'tasks',
          label: model.past ? 'Open tasks then' : 'Open tasks',
          count: model.tasks.length,
          content: <Tasks model={model} seeTasks={seeTasks} />,
        },
      ]}
    />
  );
}

function Tasks({ model, seeTasks }: Pick<SidePanelProps, 'model' | 'seeTasks'>) {
  if (model.tasks.length === 0)
    return <EmptyState title="Nobody is asked">No task of this instance is open.</EmptyState>;
  return (
    <div className="px-4.5 pb-4">
      {model.tasks.map((task) => (
        <TaskCard key={task.taskId} task={task} open={seeTasks && !model.past} />
      ))}
    </div>
  );
}
