'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import type { Problem } from '@/engine/compile/problem';
import type { DesignerApi } from './api';
import type { Changes } from './changes';
import type { Autosave } from './save/autosave';

/** A change note shorter than this says nothing to whoever audits it. */
const LEAST_NOTE = 10;

interface PublishDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  next: number;
  api: DesignerApi;
  autosave: Autosave;
  warnings: readonly Problem[];
  changes: Changes | null;
  onPublished: (version: number) => void;
}

/** Publishing: what changes, what is doubtful, and why it is published. */
export function PublishDialog({
  open,
  onOpenChange,
  next,
  api,
  autosave,
  warnings,
  changes,
  onPublished,
}: PublishDialogProps) {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const short = note.trim().length < LEAST_NOTE;

  const publish = async () => {
    setTried(true);
    if (short) return;
    setBusy(true);
    setFailure(null);
    try {
      await autosave.flush();
      const answer = await api.publish(note.trim(), autosave.state.getState().revision);
      if (answer.status === 'published') {
        toast.success(`Version ${answer.version} is published`);
        setNote('');
        setTried(false);
        onPublished(answer.version);
        onOpenChange(false);
      } else
        setFailure(
          answer.status === 'blocked'
            ? (answer.problems[0]?.message ?? 'The model has errors.')
            : answer.message,
        );
    } catch {
      setFailure('The server can’t be reached. Your changes are kept; try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Publish version ${next}`}
      description="A version never changes again. Instances that run stay on theirs; new ones start on this."
      footer={
        <>
          <DialogClose asChild>
            <Button>Not yet</Button>
          </DialogClose>
          <Button variant="primary" busy={busy} onClick={() => void publish()}>
            Publish version {next}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {changes && <ChangeList changes={changes} />}
        {warnings.length > 0 && (
          <Banner
            tone="warning"
            title={warnings.length === 1 ? 'One warning' : `${warnings.length} warnings`}
          >
            <ul>
              {warnings.slice(0, 5).map((problem) => (
                <li key={`${problem.elementId}${problem.message}`}>{problem.message}</li>
              ))}
            </ul>
          </Banner>
        )}
        <TextArea
          label="What changes, and why"
          required
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={
            tried && short ? `At least ${LEAST_NOTE} characters: whoever audits this reads it.` : undefined
          }
        />
        {failure && (
          <Banner tone="error" live>
            {failure}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

function ChangeList({ changes }: { changes: Changes }) {
  const groups = [
    ['+', 'Added', changes.added],
    ['~', 'Changed', changes.changed],
    ['−', 'Removed', changes.removed],
  ] as const;
  if (groups.every(([, , list]) => list.length === 0))
    return <p className="text-muted">Nothing but the drawing changed since the last version.</p>;
  return (
    <dl className="grid grid-cols-[auto_auto_1fr] gap-x-2.5 gap-y-1 text-sm">
      {groups
        .filter(([, , list]) => list.length > 0)
        .map(([mark, word, list]) => (
          <div key={word} className="contents">
            <dt className="font-mono" aria-hidden="true">
              {mark}
            </dt>
            <dt className="text-muted">{word}</dt>
            <dd>
              {list.slice(0, 6).join(', ')}
              {list.length > 6 && ` and ${list.length - 6} more`}
            </dd>
          </div>
        ))}
    </dl>
  );
}
