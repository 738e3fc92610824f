import { BPMN_ICON_NAMES, BpmnIcon } from '@/components/bpmn';
import { Avatar } from '@/components/ui/avatar';
import { ChainBadge } from '@/components/ui/chain-badge';
import { AiChip, DueChip, VariableToken } from '@/components/ui/chip';
import { ConfidenceScale } from '@/components/ui/confidence-scale';
import { Kbd } from '@/components/ui/kbd';
import { StateChip } from '@/components/ui/state-chip';

const ROW = 'flex flex-wrap items-center gap-2';

export function Chips() {
  return (
    <div className={ROW}>
      <DueChip level="calm">2 d left</DueChip>
      <DueChip level="soon">Due 3 h</DueChip>
      <DueChip level="overdue">1 h overdue</DueChip>
      <AiChip value="0.82">Suggests approve</AiChip>
      <StateChip state="active">Running</StateChip>
      <StateChip state="waiting">Waiting</StateChip>
      <StateChip state="completed">Completed</StateChip>
      <StateChip state="incident">Incident</StateChip>
      <StateChip state="cancelled">Cancelled</StateChip>
      <StateChip state="compensated">Compensated</StateChip>
      <VariableToken>costCentre</VariableToken>
      <Kbd>J</Kbd>
      <Avatar name="Mia Lindqvist" />
      <Avatar name="Mistral Medium 3" kind="ai" />
      <Avatar name="Engine" kind="engine" />
    </div>
  );
}

export function ChainBadges() {
  return (
    <div className={ROW}>
      <ChainBadge status={{ state: 'intact', seq: 1204331 }} />
      <ChainBadge status={{ state: 'notVerified' }} />
      <ChainBadge status={{ state: 'verifying', percent: 61 }} />
      <ChainBadge status={{ state: 'verified', seq: 1204331 }} />
      <ChainBadge status={{ state: 'broken', seq: 1203977 }} />
    </div>
  );
}

export function Scales() {
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-4 sm:grid-cols-3">
      <ConfidenceScale value={0.82} threshold={0.9} source="logprobs" />
      <ConfidenceScale value={0.96} threshold={0.9} source="field-agreement" />
      <ConfidenceScale value={0.95} threshold={0.9} source="self-report" />
    </div>
  );
}

export function ToolIcons() {
  return (
    <ul className="flex flex-wrap gap-3">
      {BPMN_ICON_NAMES.map((name) => (
        <li
          key={name}
          title={name}
          className="grid size-8 place-items-center rounded-md border border-line bg-surface"
        >
          <BpmnIcon name={name} />
          <span className="sr-only">{name}</span>
        </li>
      ))}
    </ul>
  );
}
