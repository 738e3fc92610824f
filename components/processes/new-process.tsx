'use client';

import { Plus, Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { type KnownProcess, useImport } from './use-import';

export interface NewProcessProps {
  known: readonly KnownProcess[];
  /** What the main button says. */
  label?: string;
  /** Asks for the name at once, for people who come from elsewhere with that wish. */
  startOpen?: boolean;
  /** The main button before the other, where they are not in a title block. */
  mainFirst?: boolean;
}

/** Draws a new process, or imports a BPMN file; a known key asks what the file is meant to be. */
export function NewProcess(props: NewProcessProps) {
  const { known, label = 'New process', startOpen = false, mainFirst = false } = props;
  const [open, setOpen] = useState(startOpen);
  const input = useRef<HTMLInputElement>(null);
  const importing = useImport(known);
  const read = (
    <Button
      key="import"
      busy={importing.busy}
      onClick={() => input.current?.click()}
      icon={<Upload size={15} aria-hidden />}
    >
      Import BPMN
    </Button>
  );
  const draw = (
    <Button key="draw" variant="primary" onClick={() => setOpen(true)} icon={<Plus size={15} aria-hidden />}>
      {label}
    </Button>
  );
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".bpmn,.xml,application/xml,text/xml"
        className="sr-only"
        aria-label="BPMN file"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void importing.read(file);
        }}
      />
      {mainFirst ? [draw, read] : [read, draw]}
      <NameDialog open={open} onOpenChange={setOpen} />
      <ChoiceDialog importing={importing} />
    </>
  );
}

function NameDialog({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    const response = await fetch('/api/v1/processes/blank', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    const answer = (await response.json()) as { processId?: string; detail?: string };
    if (response.ok && answer.processId) router.push(`/processes/${answer.processId}`);
    else {
      setBusy(false);
      setError(answer.detail ?? 'The process could not be created. Try again.');
    }
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="New process">
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <Banner tone="error">{error}</Banner>}
        <TextField label="Name" name="name" required maxLength={200} placeholder="Travel request" autoFocus />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Create and draw
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function ChoiceDialog({ importing }: { importing: ReturnType<typeof useImport> }) {
  const { choice, error, dismiss, asCopy, asDraft, busy } = importing;
  return (
    <Dialog
      open={choice !== null || error !== null}
      onOpenChange={(open) => !open && dismiss()}
      title={error ? 'The file was not imported' : `“${choice?.existing.name}” is here already`}
    >
      {error && <Banner tone="error">{error}</Banner>}
      {choice && !error && (
        <p className="text-sm">
          The file {choice.fileName} has the key{' '}
          <code className="font-mono text-xs">{choice.existing.key}</code>. Make it the new draft of “
          {choice.existing.name}”, or a separate process? Published versions and running instances stay as
          they are either way.
        </p>
      )}
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={dismiss}>{error ? 'Close' : 'Cancel'}</Button>
        {choice && !error && (
          <>
            <Button busy={busy} onClick={asCopy}>
              Separate copy
            </Button>
            <Button variant="primary" busy={busy} onClick={asDraft}>
              New draft of {choice.existing.name}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
