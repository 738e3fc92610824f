'use client';

import { Select } from '@/components/ui/select';
import { setHitPolicy, type TableDraft } from '@/lib/dmn/editing';
import { hitPolicyMark } from '../hit-policy';
import type { Edit } from './use-editor';

const POLICIES = ['UNIQUE', 'ANY', 'PRIORITY', 'FIRST', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const;
const AGGREGATIONS = [
  { value: 'SUM', label: 'Sum' },
  { value: 'COUNT', label: 'Count' },
  { value: 'MIN', label: 'Smallest' },
  { value: 'MAX', label: 'Greatest' },
] as const;

/** How rules that match together are told apart, and what that means in a sentence. */
export function PolicyFields({ draft, edit }: { draft: TableDraft; edit: Edit }) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label="Hit policy"
        className="w-44"
        options={POLICIES.map((value) => ({ value, label: titleOf(value) }))}
        value={draft.hitPolicy}
        onChange={({ target }) => {
          const policy = POLICIES.find((each) => each === target.value);
          if (policy) edit((now) => setHitPolicy(now, policy, now.aggregation), 'Change hit policy');
        }}
      />
      {draft.hitPolicy === 'COLLECT' && (
        <Select
          label="Aggregation"
          className="w-36"
          placeholder="A list"
          options={AGGREGATIONS}
          value={draft.aggregation ?? ''}
          onChange={({ target }) => {
            const found = AGGREGATIONS.find(({ value }) => value === target.value);
            edit((now) => setHitPolicy(now, 'COLLECT', found?.value), 'Change aggregation');
          }}
        />
      )}
      <p className="pb-1.5 text-xs text-muted">{hitPolicyMark(draft).meaning}.</p>
    </div>
  );
}

const titleOf = (policy: string): string => policy.charAt(0) + policy.slice(1).toLowerCase();
