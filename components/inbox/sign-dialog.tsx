'use client';

import { type FormEvent, useId, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import type { TaskDetail } from '@/lib/tasks/types';
import type { DecisionState } from './use-decision';
import { useSigning } from './use-signing';
import type { Me } from './use-task';
import { commitLabel } from './words';

export interface SignDialogProps {
  task: TaskDetail;
  decision: DecisionState;
  me: Me;
}

/** The last step of a decision that is signed: what it says, who says it, and once more who they are. */
export function SignDialog({ task, decision, me }: SignDialogProps) {
  const id = useId();
  const [password, setPassword] = useState('');
  const { armed, signing } = decision;
  const { error, busy, setError, byPassword, byProvider, leave } = useSigning(task, decision);
  const demo = task.signs === 'demo';
  const provider = task.signs === 'single-sign-on';

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (provider) return void byProvider();
    if (!password) return setError(demo ? 'Type your name.' : 'Type your password.');
    setPassword('');
    void byPassword(password);
  };
  return (
    <Dialog
      open={signing !== null}
      onOpenChange={(open) => !open && leave()}
      title="Sign your decision"
      description={`“${armed?.label}” for “${task.name}”. Your name, this statement and the time are kept with it.`}
      size="sm"
      footer={
        <>
          <Button onClick={leave}>Not yet</Button>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            {commitLabel(armed)}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={send} className="flex flex-col gap-3">
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
        {provider && (
          <>
            <p>Your single sign-on opens in another window and asks once more who you are.</p>
            {error && (
              <Banner tone="error" live>
                {error}
              </Banner>
            )}
          </>
        )}
        {!provider && (
          <TextField
            label={demo ? 'Your name' : 'Your password'}
            type={demo ? 'text' : 'password'}
            autoComplete={demo ? 'off' : 'current-password'}
            required
            value={password}
            error={error}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
