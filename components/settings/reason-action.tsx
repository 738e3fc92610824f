'use client';

import { useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { TextArea } from '@/components/ui/text-field';
import { ProblemBanner } from './problem-banner';
import { RowButton } from './row-button';
import { useSubmit } from './use-submit';

export interface ReasonActionProps {
  /** The button's word, such as “Retry”. */
  verb: string;
  /** What the button is about, for who can't see its row. */
  about: string;
  /** The question, and what will happen. */
  title: string;
  description: string;
  confirm: string;
  danger?: boolean;
  /** Takes `{reason}`; behind `/api/v1`. */
  path: string;
}

/** A button that asks for a reason and then does it; the row is gone when the page is read anew. */
export function ReasonAction({ verb, about, path, ...question }: ReasonActionProps) {
  const { busy, problem, submit, errorOf } = useSubmit();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const missing =
    checked && reason.trim() === '' ? 'Say why: the reason is kept in the audit trail.' : undefined;
  const confirm = () => {
    setChecked(true);
    if (reason.trim() === '') return;
    void submit(
      () => apiPost(path, { reason: reason.trim() }),
      () => setOpen(false),
    );
  };
  return (
    <AlertDialog
      {...question}
      open={open}
      onOpenChange={setOpen}
      busy={busy}
      onConfirm={confirm}
      trigger={<RowButton verb={verb} about={about} />}
    >
      <ProblemBanner problem={problem} />
      <TextArea
        label="Reason"
        required
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={missing ?? errorOf('reason')}
        hint="Kept in the audit trail with your name."
      />
    </AlertDialog>
  );
}
