'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { later } from '@/components/ui/later';
import type { ProcessDocument } from '@/lib/document';

/** The comparison comes when somebody asks for it. */
const ConflictCompare = later(() => import('./conflict-compare').then((it) => it.ConflictCompare), {
  name: 'The comparison',
  place: (_props, failure) => failure,
});
const ConflictChanges = later(() => import('./conflict-changes').then((it) => it.ConflictChanges), {
  name: 'What both changed',
  place: (_props, failure) => failure,
});

interface ConflictDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  changes: number;
  onReload: () => Promise<void>;
  onKeepCopy: () => Promise<void>;
  /** What both started from; null when it isn't known. */
  base: ProcessDocument | null;
  /** What this browser holds. */
  mine: ProcessDocument;
  /** Reads what somebody else saved. */
  onTheirs: () => Promise<ProcessDocument>;
  /** Absent when what both started from isn't known. */
  onMerge?: (() => void) | undefined;
}

/** Somebody else saved this draft meanwhile: nothing is overwritten, the person chooses. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { open, onOpenChange, changes, base, onReload, onKeepCopy, mine, onTheirs, onMerge } = props;
  const [theirs, setTheirs] = useState<ProcessDocument | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const run =
    (work: () => Promise<void>, then: () => void = () => onOpenChange(false)) =>
    () => {
      setBusy(true);
      setFailed(false);
      work()
        .then(then)
        .catch(() => setFailed(true))
        .finally(() => setBusy(false));
    };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Somebody else changed this draft"
      description={`${changes === 1 ? 'One of your changes is' : `${changes} of your changes are`} not saved, and kept in this browser until you decide.`}
      footer={
        <>
          <Button
            busy={busy}
            onClick={run(
              async () => setTheirs(await onTheirs()),
              () => undefined,
            )}
          >
            Compare
          </Button>
          <Button busy={busy} onClick={run(onReload)}>
            Reload theirs
          </Button>
          <Button variant={onMerge ? 'secondary' : 'primary'} busy={busy} onClick={run(onKeepCopy)}>
            Keep mine as copy
          </Button>
          {onMerge && (
            <Button variant="primary" onClick={onMerge}>
              Merge…
            </Button>
          )}
        </>
      }
    >
      <p>Reloading drops your changes. A copy is a process of its own, with your changes in it.</p>
      {base && <ConflictChanges {...{ base, mine, onTheirs }} />}
      {theirs && <ConflictCompare {...{ theirs, mine }} onClose={() => setTheirs(null)} />}
      {failed && (
        <Banner tone="error" live>
          The server can’t be reached. Nothing was lost; try again.
        </Banner>
      )}
    </Dialog>
  );
}
