'use client';

import { useState } from 'react';
import { apiSend } from '@/components/common/api-client';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { ProblemBanner } from './problem-banner';
import { RowButton } from './row-button';
import { useSubmit } from './use-submit';

interface AskedRemovalProps {
  verb: string;
  /** What is removed. */
  about: string;
  title: string;
  /** What comes of it. */
  description: string;
  confirm: string;
  /** Deleting this is the removal. */
  path: string;
}

/** Takes the thing of a row away, once somebody has read what comes of it. */
export function AskedRemoval({ verb, about, path, ...words }: AskedRemovalProps) {
  const { busy, problem, submit } = useSubmit();
  const [open, setOpen] = useState(false);
  return (
    <AlertDialog
      {...words}
      open={open}
      onOpenChange={setOpen}
      danger
      busy={busy}
      onConfirm={() =>
        void submit(
          () => apiSend('DELETE', path),
          () => setOpen(false),
        )
      }
      trigger={<RowButton verb={verb} about={about} />}
    >
      <ProblemBanner problem={problem} />
    </AlertDialog>
  );
}
