import type { ElementState } from '@/components/bpmn/types';
import { StateChip } from '@/components/ui/chip';
import { STATUS_WORDS, type Status } from './filters';

const RINGS: Record<Status, ElementState> = {
  running: 'active',
  incident: 'incident',
  completed: 'completed',
  terminated: 'cancelled',
  failed: 'incident',
};

/** An instance's status; running with an open incident is “Needs attention”. */
export function InstanceChip({ status, openIncidents }: { status: string; openIncidents: number }) {
  const shown = (status === 'running' && openIncidents > 0 ? 'incident' : status) as Status;
  return <StateChip state={RINGS[shown] ?? 'notReached'}>{STATUS_WORDS[shown] ?? status}</StateChip>;
}
