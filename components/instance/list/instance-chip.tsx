import type { ElementState } from '@/components/bpmn/types';
import { StateChip } from '@/components/ui/state-chip';
import { STATUS_WORDS, type Status } from './filters';

const RINGS: Record<Status, ElementState> = {
  running: 'active',
  incident: 'incident',
  completed: 'completed',
  terminated: 'cancelled',
  failed: 'incident',
};

interface InstanceChipProps {
  status: string;
  openIncidents: number;
  openTasks: number;
}

/** An instance's status; a running one says what it needs: attention, or a person. */
export function InstanceChip({ status, openIncidents, openTasks }: InstanceChipProps) {
  if (status === 'running' && openIncidents === 0 && openTasks > 0)
    return <StateChip state="waiting">Waiting for a person</StateChip>;
  const shown = (status === 'running' && openIncidents > 0 ? 'incident' : status) as Status;
  return <StateChip state={RINGS[shown] ?? 'notReached'}>{STATUS_WORDS[shown] ?? status}</StateChip>;
}
