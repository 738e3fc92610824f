'use client';

import { Stamp } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useEditor } from '@/components/designer/store/context';
import type { ElementId } from '@/lib/document';
import { branchesOf } from '@/lib/simulation';

/** Where an answer below the threshold goes, and one that isn't, tried on the draft with sample values. */
export function ThresholdBranches({ id, threshold }: { id: ElementId; threshold: number }) {
  const document = useDeferredValue(useEditor((state) => state.history.present));
  const branches = useMemo(() => branchesOf(document, id), [document, id]);
  if (!branches) return null;
  const same = branches.below.join() === branches.above.join();
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-0.5 text-xs" data-testid="branches">
      <dt className="flex items-center gap-1 font-medium">
        <Stamp size={13} aria-hidden="true" />
        Below {threshold.toFixed(2)}
      </dt>
      <dd>→ {branches.below.join(', ')}</dd>
      <dt className="font-medium">Else</dt>
      <dd>→ {branches.above.join(', ')}</dd>
      {same && (
        <dd className="col-span-2 text-muted">
          Both go the same way: draw a decision after this step, or let an approval be required only then.
        </dd>
      )}
    </dl>
  );
}
