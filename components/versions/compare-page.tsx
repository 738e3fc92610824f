'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { VersionList, type VersionRow, type WaitingRow } from '@/components/processes/version-list';
import { Avatar } from '@/components/ui/avatar';
import { Segmented } from '@/components/ui/segmented';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { ChangeNote } from './change-note';
import { CompareView } from './compare-view';
import type { Comparison } from './comparison';
import { RequestBar, type RequestBarProps } from './request-bar';
import { type CompareMode, compareUrl, type Side, sideName } from './side';
import { SidePicker } from './side-picker';

export interface ComparePageProps {
  process: { processId: string; name: string };
  comparison: Comparison;
  from: Side;
  to: Side;
  versions: readonly VersionRow[];
  waiting: readonly WaitingRow[];
  initial: { mode: CompareMode; layout: boolean; at: string | null };
  mayEdit: boolean;
  request: Omit<RequestBarProps, 'processId' | 'onElement'> | null;
  actions?: ReactNode;
}

/** Two versions, or a version and the draft, with everything that differs. The address says which and how. */
export function ComparePage(props: ComparePageProps) {
  const { process, comparison, from, to, versions, initial } = props;
  const [mode, setMode] = useState(initial.mode);
  const [layout, setLayout] = useState(initial.layout);
  const [at, setAt] = useState(initial.at);
  const url = compareUrl(process.processId, from, to, { mode, layout, at });
  useEffect(() => window.history.replaceState(null, '', url), [url]);
  const shown = versions.find(({ version }) => version === to);
  const noSides = props.request?.request.kind === 'policy-off';
  return (
    <div className="flex min-h-full flex-col desk:h-full desk:min-h-0">
      <TitleBlock
        actions={
          <>
            <Segmented
              label="Show as"
              value={mode}
              onValueChange={setMode}
              choices={[
                { value: 'side-by-side', label: 'Side by side' },
                { value: 'overlay', label: 'Overlay' },
              ]}
            />
            {props.actions}
          </>
        }
      >
        <TitleCell label="Process" title>
          {process.name}
        </TitleCell>
        {!noSides && (
          <SidePicker
            processId={process.processId}
            draft={props.mayEdit}
            {...{ versions, from, to, mode, layout }}
          />
        )}
        {shown && <PublishedBy version={shown} />}
      </TitleBlock>
      {props.request && <RequestBar processId={process.processId} {...props.request} onElement={setAt} />}
      <div className="flex min-h-0 grow flex-col desk:flex-row">
        <div className="contents desk:order-2 desk:flex desk:min-h-0 desk:min-w-0 desk:grow">
          <CompareView
            {...{ comparison, mode, layout }}
            onLayout={setLayout}
            selected={at}
            onSelect={setAt}
            from={sideName(from)}
            to={sideName(to)}
            below={shown && <ChangeNote version={shown} />}
            foot={<Effect from={versions.find(({ version }) => version === from)} to={to} />}
          />
        </div>
        <VersionList
          processId={process.processId}
          items={versions}
          current={null}
          draft={props.mayEdit}
          waiting={props.waiting}
          sides={{ from, to }}
        />
      </div>
    </div>
  );
}

function PublishedBy({ version }: { version: VersionRow }) {
  return (
    <TitleCell label={version.approvedByName ? 'Countersigned by' : 'Published by'} flat>
      <Avatar name={version.approvedByName ?? version.publishedByName} size="s" decorative />
      {version.approvedByName ?? version.publishedByName}
    </TitleCell>
  );
}

/** What the change means for what runs. */
function Effect({ from, to }: { from: VersionRow | undefined; to: Side }) {
  if (!from || from.runningInstances === 0) return null;
  const many = from.runningInstances !== 1;
  return (
    <p className="flex-none border-t border-line px-4 py-3 text-xs">
      <b className="font-semibold">
        {from.runningInstances} {many ? 'instances run' : 'instance runs'} on v{from.version}.
      </b>{' '}
      <span className="text-muted">
        {many ? 'They finish' : 'It finishes'} on it, whatever {sideName(to)} says.
      </span>
    </p>
  );
}
