'use client';

import { Inbox } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Button, ButtonLink } from '@/components/ui/button';
import { Legend } from './legend';
import { LiveDiagram } from './live-diagram';
import type { InstanceViewProps } from './model/page-props';
import { elementName } from './model/sentences';
import { SidePanel } from './panel/side-panel';
import { FailedBar } from './repair/failed-bar';
import { IncidentBar } from './repair/incident-bar';
import { Timeline } from './timeline/timeline';
import { TitleBar } from './title-bar';
import { type InstanceModel, useInstance } from './use-instance';
import { useSelection } from './use-selection';
import { useTold } from './use-told';

/** An instance, live: diagram, panel, history, repair. */
export function InstanceView(props: InstanceViewProps) {
  const { instance, document, rights, now } = props;
  const model = useInstance(props);
  const { selected, select, tab, setTab } = useSelection(model);
  useTold(model);
  const nameOf = (id: string) => elementName(document, id);
  return (
    <div className="flex min-h-full flex-col desk:h-full desk:min-h-0" data-seq={model.moment.seq}>
      <TitleBar instance={instance} rights={rights} model={model} now={now} />
      {model.past && <PastBanner model={model} />}
      <FailedBar instance={instance} model={model} mayStart={rights.start} />
      <div className="flex min-h-0 grow flex-col desk:flex-row">
        <div className="flex min-h-0 min-w-0 flex-col desk:grow">
          <div className="relative h-[42dvh] min-h-60 bg-canvas desk:h-auto desk:grow">
            <LiveDiagram document={document} model={model} selected={selected} onSelect={select} now={now} />
            <Legend />
          </div>
          <IncidentBar
            instance={instance}
            model={model}
            mayOperate={rights.operate}
            nameOf={nameOf}
            onSelect={select}
          />
          <Timeline document={document} model={model} />
        </div>
        <aside
          aria-label="Details"
          className="flex min-h-0 flex-col border-line bg-paper max-desk:grow max-desk:border-t desk:w-96 desk:flex-none desk:border-l"
        >
          <SidePanel
            document={document}
            model={model}
            selected={selected}
            onSelect={select}
            tab={tab}
            onTab={setTab}
            seeTasks={rights.seeTasks}
          />
        </aside>
      </div>
      {rights.seeTasks && !model.past && <PhoneBar model={model} />}
    </div>
  );
}

function PastBanner({ model }: { model: InstanceModel }) {
  return (
    <Banner
      strip
      tone="warning"
      title="Viewing the past"
      actions={<Button onClick={() => model.goTo(null)}>Return to live</Button>}
    >
      As of event {model.moment.seq} of {model.log.tip.seq}. Nothing can be changed here.
    </Banner>
  );
}

/** Under the thumb on phones: what is asked of the person. */
function PhoneBar({ model }: { model: InstanceModel }) {
  const task = model.tasks[0];
  if (!task) return null;
  return (
    <div className="sticky bottom-0 z-20 border-t border-line bg-paper p-3 desk:hidden">
      <ButtonLink
        className="w-full"
        size="xl"
        variant="primary"
        href={`/inbox/${encodeURIComponent(task.taskId)}`}
        icon={<Inbox size={17} aria-hidden />}
      >
        Open task
      </ButtonLink>
    </div>
  );
}
