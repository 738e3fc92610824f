'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import {
  changedVariables,
  nameOf,
  type Scenario,
  type Session,
  scenarioKey,
  scenarioOf,
} from '@/lib/simulation';

interface SaveDialogProps {
  session: Session;
  onClose: () => void;
  onSave: (id: string, scenario: Scenario) => Promise<void>;
}

/** Keeps the path that was walked, with what must come of it. */
export function SaveDialog({ session, onClose, onSave }: SaveDialogProps) {
  const changed = changedVariables(session);
  const [name, setName] = useState('');
  const [expected, setExpected] = useState<readonly string[]>(changed);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async () => {
    setTried(true);
    if (name.trim() === '') return;
    setBusy(true);
    setFailure(null);
    try {
      await onSave(scenarioKey(name), scenarioOf(session, name.trim(), expected));
      toast.success(`The scenario “${name.trim()}” is saved`);
      onClose();
    } catch (error) {
      setFailure(
        error instanceof TypeError
          ? 'The server can’t be reached. Nothing was saved.'
          : (error as Error).message,
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Save as scenario"
      description="The start, each answer and each jump of the clock are kept. It runs again on every draft, and before publishing."
      footer={
        <>
          <DialogClose asChild>
            <Button>Not now</Button>
          </DialogClose>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            Save scenario
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Name"
          required
          maxLength={200}
          value={name}
          hint="What makes this path special. One of the same name is replaced."
          error={tried && name.trim() === '' ? 'Give it a name.' : undefined}
          onChange={({ target }) => setName(target.value)}
        />
        <p>{expectedEnd(session)}</p>
        {changed.length > 0 && (
          <fieldset className="flex flex-col">
            <legend className="mb-1 text-xs font-semibold">Variables that must be as they are now</legend>
            {changed.map((each) => (
              <Checkbox
                key={each}
                label={<span className="font-mono text-xs">{each}</span>}
                checked={expected.includes(each)}
                onChange={({ target }) =>
                  setExpected(target.checked ? [...expected, each] : expected.filter((one) => one !== each))
                }
              />
            ))}
          </fieldset>
        )}
        {failure && (
          <Banner tone="error" live>
            {failure}
          </Banner>
        )}
      </form>
    </Dialog>
  );
}

function expectedEnd(session: Session): string {
  const { expect } = scenarioOf(session, '', []);
  const names = (ids: readonly string[] = []) => ids.map((id) => nameOf(session, id)).join(', ');
  if (expect.status === 'running') return `It must wait at ${names(expect.waits)}.`;
  return expect.ends ? `It must end at ${names(expect.ends)}.` : `It must be ${expect.status}.`;
}
