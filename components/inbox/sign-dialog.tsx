'use client';

import { type FormEvent, useId, useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import type { TaskDetail } from '@/lib/tasks/types';
import type { DecisionState } from './use-decision';
import type { Me } from './use-task';
import { commitLabel } from './words';

export interface SignDialogProps {
  task: TaskDetail;
  decision: DecisionState;
  me: Me;
}

/** The last step of a decision that is signed: what it says, who says it, and the password once more. */
export function SignDialog({ task, decision, me }: SignDialogProps) {
  const id = useId();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { armed, signing, sign } = decision;
  const demo = task.signs === 'demo';

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!password) return setError(demo ? 'Type your name.' : 'Type your password.');
    setBusy(true);
    const path = `/tasks/${encodeURIComponent(task.taskId)}/signature`;
    const body = { outcome: armed?.id, contentDigest: task.contentDigest, password };
    const answer = await apiPost<{ signature: string }>(path, body);
    setBusy(false);
    setPassword('');
    if (answer.ok) sign(answer.body.signature);
    else setError(answer.problem.detail);
  };
  return (
    <Dialog
      open={signing !== null}
      onOpenChange={(open) => !open && sign(null)}
      title="Sign your decision"
      description={`“${armed?.label}” for “${task.name}”. Your name, this statement and the time are kept with it.`}
      size="sm"
      footer={
        <>
          <Button onClick={() => sign(null)}>Not yet</Button>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            {commitLabel(armed)}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void send(event)} className="flex flex-col gap-3">
        <blockquote className="rounded-sm bg-sunken px-3 py-2 text-base" data-testid="meaning">
          {task.shown?.signature?.meaning}
          <footer className="mt-1 text-sm text-muted">{me.name}</footer>
        </blockquote>
        {demo && (
          <Banner tone="warning">
            People of the demo have no password. Type your name instead; the record says that nobody’s
            identity was checked.
          </Banner>
        )}
        <TextField
          label={demo ? 'Your name' : 'Your password'}
          type={demo ? 'text' : 'password'}
          autoComplete={demo ? 'off' : 'current-password'}
          required
          value={password}
          error={error}
          onChange={({ target }) => setPassword(target.value)}
        />
      </form>
    </Dialog>
  );
}
