'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface ConflictDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  changes: number;
  onReload: () => Promise<void>;
  onKeepCopy: () => Promise<void>;
}

/** Somebody else saved this draft meanwhile: nothing is overwritten, the person chooses. */
export function ConflictDialog({ open, onOpenChange, changes, onReload, onKeepCopy }: ConflictDialogProps) {
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<void>) => () => {
    setBusy(true);
    setFailed(false);
    work()
      .then(() => onOpenChange(false))
      .catch(() => setFailed(true))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Somebody else changed this draft"
      description={`${changes} of your changes are not saved. They are kept in this browser until you decide.`}
      footer={
        <>
          <Button busy={busy} onClick={run(onReload)}>
            Reload theirs
          </Button>
          <Button variant="primary" busy={busy} onClick={run(onKeepCopy)}>
            Keep mine as copy
          </Button>
        </>
      }
    >
      <p>Reloading drops your changes. A copy is a process of its own, with your changes in it.</p>
      {failed && (
        <Banner tone="error" live>
          The server can’t be reached. Nothing was lost; try again.
        </Banner>
      )}
    </Dialog>
  );
}
