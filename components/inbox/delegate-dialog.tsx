'use client';

import { useEffect, useState } from 'react';
import { apiGet, type Problem } from '@/components/common/api-client';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-field';

export interface DelegateDialogProps {
  taskId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSend: (to: string, reason: string) => Promise<Problem | null>;
}

/** Hands the task to somebody who may decide it. */
export function DelegateDialog({ taskId, open, onOpenChange, onSend }: DelegateDialogProps) {
  const [people, setPeople] = useState<{ id: string; name: string }[] | null>(null);
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    apiGet<{ items: { id: string; name: string }[] }>(
      `/tasks/${encodeURIComponent(taskId)}/delegates`,
      stop.signal,
    )
      .then((answer) => (answer.ok ? setPeople(answer.body.items) : setError(answer.problem.detail)))
      .catch(() => undefined);
    return () => stop.abort();
  }, [open, taskId]);

  const send = async () => {
    if (!to) return setError('Choose a person.');
    setBusy(true);
    const problem = await onSend(to, reason.trim());
    setBusy(false);
    setError(problem?.detail);
    if (!problem) onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Hand over this task"
      description="It goes to one person, who can decide it or release it. The hand-over is recorded."
      size="sm"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={send}>
            Hand over
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label="To"
          required
          error={error}
          placeholder={people ? 'Choose a person' : 'Loading people…'}
          value={to}
          onChange={(event) => setTo(event.target.value)}
          options={(people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        {people?.length === 0 && <p className="text-muted">Nobody else may decide this task.</p>}
        <TextArea
          label="Why, if it helps"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
