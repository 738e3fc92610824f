'use client';

import { ClipboardList, Inbox } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { formatDuration, formatUtc } from '@/components/ui/format-time';
import { StateIcon } from '@/components/ui/state-icon';
import { Time } from '@/components/ui/time';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { totalCost } from './model/ai';
import type { InstanceFacts, InstanceRights } from './model/page-props';
import { RepairMenu } from './repair/repair-menu';
import type { InstanceModel } from './use-instance';
import { useNow } from './use-now';

interface TitleBarProps {
  instance: InstanceFacts;
  rights: InstanceRights;
  model: InstanceModel;
  now: number;
}

/** The title block: what this is, how it stands, since when, what it cost, and where to go on. */
export function TitleBar({ instance, rights, model, now }: TitleBarProps) {
  const { shown, past, log, calls, moment } = model;
  const { endedAt } = moment.history;
  const current = useNow(now, endedAt === null && !past);
  const until = endedAt ?? (past ? moment.history.timeline.at(-1)?.at : undefined);
  const cost = totalCost(calls);
  const finished = log.tip.state !== null && log.tip.state.status !== 'running';
  return (
    <TitleBlock
      actions={
        <>
          {rights.operate && !finished && <RepairMenu instance={instance} disabled={past} />}
          {rights.seeAudit && <AuditLink instanceId={instance.instanceId} strong={finished && !past} />}
          {rights.seeTasks && !past && <OpenTaskLink model={model} />}
        </>
      }
    >
      <TitleCell label={`Instance of ${instance.processName}`} title>
        {instance.title ?? instance.businessKey ?? instance.instanceId}
      </TitleCell>
      <TitleCell label={past ? 'State then' : 'State'}>
        <span
          className="inline-flex items-center gap-1.5"
          data-testid="instance-state"
          data-state={shown.state}
        >
          <StateIcon state={shown.state} size={15} />
          {shown.words}
        </span>
      </TitleCell>
      <TitleCell label="Version" className="max-desk:hidden">
        <span className="font-mono text-[.95em]" title={instance.checksum}>
          v{instance.version} · {instance.checksum.slice(0, 6)}
        </span>
        <CopyButton text={instance.checksum} label="Copy checksum" />
      </TitleCell>
      <TitleCell label="Started (UTC)" className="max-desk:hidden">
        <Time value={instance.startedAt} format="full" />
      </TitleCell>
      <TitleCell label={endedAt ? 'Took' : past ? 'Had run for' : 'Running for'} flat={!cost}>
        <span className="font-mono text-[.95em]" title={until && `until ${formatUtc(until, 'full')} UTC`}>
          {formatDuration((until ? Date.parse(until) : current) - Date.parse(instance.startedAt))}
        </span>
      </TitleCell>
      {cost && (
        <TitleCell label="AI cost" flat>
          <span className="font-mono text-[.95em]">{cost}</span>
        </TitleCell>
      )}
    </TitleBlock>
  );
}

function AuditLink({ instanceId, strong }: { instanceId: string; strong: boolean }) {
  return (
    <ButtonLink
      href={`/audit?instanceId=${encodeURIComponent(instanceId)}`}
      variant={strong ? 'primary' : 'ghost'}
      icon={<ClipboardList size={15} aria-hidden />}
    >
      {strong ? 'See the audit trail' : 'Audit trail'}
    </ButtonLink>
  );
}

/** To the task that is open longest; on phones it is at the foot of the page instead. */
function OpenTaskLink({ model }: { model: InstanceModel }) {
  const task = model.tasks[0];
  if (!task) return null;
  return (
    <ButtonLink
      className="max-desk:hidden"
      href={`/inbox/${encodeURIComponent(task.taskId)}`}
      variant="primary"
      icon={<Inbox size={15} aria-hidden />}
    >
      Open task
    </ButtonLink>
  );
}
