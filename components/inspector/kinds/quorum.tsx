'use client';

import { Select } from '@/components/ui/select';
import { begunQuorum } from '@/lib/elements/approval/begun-quorum';
import { type ApprovalView, approvalSchema } from '@/lib/elements/approval/bpmn';
import { DraftNumber } from '../fields/text';
import type { ElementView } from '../use-element';

const QUORUMS = [
  { value: 'first', label: 'The first who decides' },
  { value: 'all', label: 'All who are asked' },
  { value: 'count', label: 'A number of them' },
  { value: 'share', label: 'A share of them' },
] as const;

const REJECTIONS = [
  { value: 'out-of-reach', label: 'When agreement is out of reach' },
  { value: 'first', label: 'At once: one is enough' },
] as const;

/** How many people must choose the same answer, of how many, and when turning down decides. */
export function QuorumFields({ view, set }: ElementView<ApprovalView>) {
  const { quorum } = view;
  const choose = (next: ApprovalView['quorum']) =>
    set({ quorum: next, ...begunQuorum(view, next) }, 'quorum');
  return (
    <div className="flex flex-col gap-2" data-field="quorum">
      <Select
        label="Decided by"
        options={QUORUMS}
        value={quorum}
        onChange={({ target }) => choose(approvalSchema.shape.quorum.parse(target.value))}
      />
      {quorum !== 'first' && (
        <>
          <div className="grid grid-cols-2 gap-2">
            {quorum !== 'all' && (
              <DraftNumber
                label={quorum === 'count' ? 'People who must agree' : 'Per cent who must agree'}
                field="quorumValue"
                min={1}
                max={quorum === 'share' ? 100 : 1000}
                value={view.quorumValue}
                onCommit={(quorumValue) => set({ quorumValue }, 'quorum')}
              />
            )}
            <DraftNumber
              label="Of how many"
              field="quorumOf"
              min={1}
              max={1000}
              value={view.quorumOf}
              onCommit={(quorumOf) => set({ quorumOf }, 'quorum')}
            />
          </div>
          <p className="text-xs text-muted">
            Empty: as many as are named as people. Groups don’t say how many they are.
          </p>
          <Select
            label="Turned down"
            options={REJECTIONS}
            value={view.rejection}
            onChange={({ target }) =>
              set({ rejection: approvalSchema.shape.rejection.parse(target.value) }, 'quorum')
            }
          />
        </>
      )}
    </div>
  );
}
