'use client';

import { type FormEvent, useId } from 'react';
import { apiSend } from '@/components/common/api-client';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/text-field';
import type { SecretAnswer } from '@/lib/settings/secrets';
import { ProblemBanner } from './problem-banner';
import { useSubmit } from './use-submit';
import { listOf } from './words';

/** Stores a secret, or replaces value and hosts of one. */
export function SecretDialog({ secret, onClose }: { secret: SecretAnswer | null; onClose: () => void }) {
  const id = useId();
  const { busy, problem, submit, errorOf } = useSubmit();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = secret?.name ?? String(form.get('name') ?? '').trim();
    const body = { value: String(form.get('value') ?? ''), hosts: listOf(String(form.get('hosts') ?? '')) };
    void submit(() => apiSend('PUT', `/secrets/${encodeURIComponent(name)}`, body), onClose);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={secret ? `Replace ${secret.name}` : 'Add a secret'}
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            {secret ? 'Replace' : 'Store'}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={save} className="flex flex-col gap-4">
        <ProblemBanner problem={problem} />
        {!secret && (
          <TextField label="Name" name="name" required mono placeholder="ERP_TOKEN" error={errorOf('name')} />
        )}
        <TextField
          label="Value"
          name="value"
          type="password"
          autoComplete="off"
          required
          hint="Stored encrypted, never shown again."
          error={errorOf('value')}
        />
        <TextArea
          label="Hosts"
          name="hosts"
          required
          mono
          rows={2}
          defaultValue={secret?.hosts.join('\n')}
          hint="One a line: api.example.com, api.example.com:8443 or *.example.com. It is sent nowhere else."
          error={errorOf('hosts') ?? errorOf('hosts.0')}
        />
      </form>
    </Dialog>
  );
}
