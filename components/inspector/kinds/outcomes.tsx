'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import type { ApprovalView } from '@/lib/elements/approval/bpmn';
import { Rows } from '../fields/rows';
import { DraftText } from '../fields/text';

type Outcome = ApprovalView['outcomes'][number];

const TONES = [
  { value: 'positive', label: 'goes on' },
  { value: 'negative', label: 'turns down' },
  { value: 'neutral', label: 'neither' },
];

/** The decisions that can be taken, in the order of their buttons. */
export function Outcomes({
  outcomes,
  onChange,
}: {
  outcomes: readonly Outcome[];
  onChange: (outcomes: Outcome[]) => void;
}) {
  return (
    <Rows<Outcome>
      rows={outcomes}
      onChange={onChange}
      what="outcome"
      field="outcomes"
      ordered
      most={8}
      make={() => ({
        id: `outcome${outcomes.length + 1}`,
        label: 'Outcome',
        tone: 'neutral',
        commentRequired: false,
      })}
    >
      {(outcome, set, i) => (
        <div className="grid grid-cols-2 gap-1">
          <DraftText
            label={`Label of outcome ${i + 1}`}
            hideLabel
            field={`outcomes[${i}].label`}
            value={outcome.label}
            onCommit={(label) => set({ label })}
          />
          <DraftText
            label={`Value of outcome ${i + 1}`}
            hideLabel
            mono
            field={`outcomes[${i}].id`}
            value={outcome.id}
            onCommit={(id) => set({ id: id.trim() })}
          />
          <Select
            label={`Tone of outcome ${i + 1}`}
            hideLabel
            options={TONES}
            value={outcome.tone}
            onChange={(e) => set({ tone: e.target.value as Outcome['tone'] })}
          />
          <Checkbox
            label="needs a comment"
            aria-label={`Outcome ${i + 1} needs a comment`}
            className="self-center whitespace-nowrap text-xs"
            checked={outcome.commentRequired}
            onChange={(e) => set({ commentRequired: e.target.checked })}
          />
        </div>
      )}
    </Rows>
  );
}
