'use client';

import { Table2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { idFromName, newTableFile } from '@/lib/dmn/editing/new-table';

/** Stores a new file with one decision table, and opens it in the editor. */
export function NewTable({ taken }: { taken: readonly string[] }) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const id = idFromName(name);

  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (id === '') return setError('Give it a name with at least one letter or digit.');
    if (taken.includes(id) || taken.includes(`${id}-file`))
      return setError(`There is a decision “${id}” already. Choose another name.`);
    setBusy(true);
    setError(undefined);
    try {
      const response = await fetch('/api/v1/decisions', {
        method: 'POST',
        headers: { 'content-type': 'application/xml', 'idempotency-key': crypto.randomUUID() },
        body: newTableFile(name.trim(), id),
      });
      const answer = (await response.json()) as { key?: string; detail?: string };
      if (!response.ok || answer.key === undefined)
        return setError(answer.detail ?? 'The table could not be stored. Try again.');
      router.push(`/decisions/${encodeURIComponent(answer.key)}/edit`);
    } catch {
      setError('The server can’t be reached. Try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      size="sm"
      title="New decision table"
      trigger={<Button icon={<Table2 size={15} aria-hidden />}>New table</Button>}
    >
      <form className="flex flex-col gap-4" onSubmit={(event) => void create(event)}>
        <TextField
          label="Name"
          value={name}
          maxLength={200}
          hint={
            id === '' ? 'What is decided, for example “Shipping price”.' : `Processes ask it by the id ${id}.`
          }
          {...(error !== undefined && { error })}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={busy}>
            Create
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
