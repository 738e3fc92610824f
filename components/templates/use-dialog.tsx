'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import type { TemplateSummary } from '@/lib/templates/types';

const UNREACHABLE = 'The server can’t be reached. No process was created; try again.';

/** Asks what the new process is called, creates its draft and opens it in the designer. */
export function UseDialog({ template, onClose }: { template: TemplateSummary; onClose(): void }) {
  const id = useId();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const answer = await create(template.templateId, String(new FormData(event.currentTarget).get('name')));
    if ('processId' in answer) return router.push(`/processes/${answer.processId}`);
    setBusy(false);
    setError(answer.message);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Name your process"
      description={`A draft of your own, made from “${template.title}”. Nothing runs before you publish it.`}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            Create and open
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="flex flex-col gap-3">
        {error && (
          <Banner tone="error" live>
            {error}
          </Banner>
        )}
        <TextField
          label="Name"
          name="name"
          required
          maxLength={200}
          defaultValue={template.title}
          autoFocus
        />
      </form>
    </Dialog>
  );
}

async function create(
  templateId: string,
  name: string,
): Promise<{ processId: string } | { message: string }> {
  try {
    const response = await fetch(`/api/v1/templates/${encodeURIComponent(templateId)}/use`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    const { processId, detail } = (await response.json()) as { processId?: string; detail?: string };
    if (response.ok && processId) return { processId };
    return { message: detail ?? 'The process could not be created. Try again.' };
  } catch {
    return { message: UNREACHABLE };
  }
}
