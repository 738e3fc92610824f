'use client';

import { Lock, RefreshCw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { type OpenIncident, visibleVariables } from '@/engine/core';
import type { InstanceFacts } from '../model/page-props';
import type { InstanceModel } from '../use-instance';
import { RepairDialog, type RepairKind } from './repair-dialog';

interface IncidentBarProps {
  instance: InstanceFacts;
  model: InstanceModel;
  mayOperate: boolean;
  nameOf: (elementId: string) => string;
  onSelect: (elementId: string) => void;
}

/** What stopped the instance and what can be done about it, at the foot of the diagram. */
export function IncidentBar(props: IncidentBarProps) {
  const { state } = props.model.moment;
  const incidents = Object.values(state?.incidents ?? {});
  if (state?.status !== 'running' || incidents.length === 0) return null;
  return (
    <section aria-label="Incidents" className="flex max-h-60 flex-none flex-col gap-px overflow-y-auto">
      {incidents.map((incident) => (
        <Incident key={incident.key} incident={incident} {...props} />
      ))}
    </section>
  );
}

function Incident({
  incident,
  instance,
  model,
  mayOperate,
  nameOf,
  onSelect,
}: IncidentBarProps & { incident: OpenIncident }) {
  const [asking, setAsking] = useState<RepairKind | null>(null);
  const { state } = model.moment;
  const id = encodeURIComponent(instance.instanceId);
  const path =
    asking === 'cancel'
      ? `/instances/${id}/cancel`
      : `/incidents/${encodeURIComponent(`${instance.instanceId}:${incident.key}`)}/retry`;
  const raised = model.log.entries.findLast(
    ({ event, seq }) =>
      event.type === 'incident.raised' && event.data.incidentKey === incident.key && seq <= model.moment.seq,
  );
  return (
    <div className="border-y border-incident bg-surface px-4 py-3" data-testid="incident">
      <p className="flex items-start gap-2 font-semibold">
        <TriangleAlert size={16} className="mt-0.5 flex-none fill-incident stroke-surface" aria-hidden />
        <button
          type="button"
          className="min-h-6 text-left hover:underline"
          onClick={() => onSelect(incident.elementId)}
        >
          {nameOf(incident.elementId)} needs attention
        </button>
        {raised && (
          <Time value={raised.at} format="seconds" className="ml-auto mt-1 text-xs font-normal text-muted" />
        )}
      </p>
      <p className="ml-6 mt-0.5 max-w-180 break-words">{incident.message}</p>
      {mayOperate && (
        <div className="ml-6 mt-2 flex flex-wrap items-center gap-2">
          <Actions disabled={model.past} ask={setAsking} />
          <span className="flex items-center gap-1.5 text-xs text-muted">
            <Lock size={12} aria-hidden />
            {model.past ? 'Repair acts on the present: return to live' : 'Reason is recorded'}
          </span>
        </div>
      )}
      {asking && state && (
        <RepairDialog
          kind={asking}
          path={path}
          variables={visibleVariables(state, incident.activationKey)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function Actions({ disabled, ask }: { disabled: boolean; ask: (kind: RepairKind) => void }) {
  return (
    <>
      <Button disabled={disabled} icon={<RefreshCw size={14} aria-hidden />} onClick={() => ask('retry')}>
        Retry
      </Button>
      <Button disabled={disabled} onClick={() => ask('edit')}>
        Edit variables and retry
      </Button>
      <Button disabled={disabled} variant="ghost" onClick={() => ask('cancel')}>
        Cancel instance
      </Button>
    </>
  );
}
