'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import type { MergeConflict } from '@/lib/document/merge';
import type { DesignerApi } from '../api';
import type { Autosave } from '../save/autosave';
import { useEditorStore } from '../store/context';
import { wordsOf } from './conflict-words';
import { finishMerge, type MergeSession, startMerge } from './merge-session';

interface MergeDialogProps {
  onClose: () => void;
  api: DesignerApi;
  autosave: Autosave;
}

/** Joining what two people did with one draft: what doesn't fit together is chosen one by one. */
export function MergeDialog({ onClose, api, autosave }: MergeDialogProps) {
  const editor = useEditorStore();
  const [session, setSession] = useState<MergeSession | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<MergeConflict, 'mine' | 'theirs'>>(new Map());
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    startMerge(editor, autosave, api).then(
      (found) => {
        if (!current) return;
        if (found) setSession(found);
        else setFailed('What you both started from is not known in this browser: keep yours as a copy.');
      },
      () => current && setFailed('The server can’t be reached. Nothing was lost; try again.'),
    );
    return () => {
      current = false;
    };
  }, [editor, autosave, api]);
  const conflicts = session?.conflicts ?? [];
  const done = () => {
    if (session) void finishMerge(editor, autosave, session, choices).then(onClose);
  };
  return (
    <Dialog
      open
      onOpenChange={(on) => !on && onClose()}
      title="Merge with their changes"
      description="Everything that only one of you changed is kept. Undo begins anew after merging."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={!session && !failed} aria-disabled={!session} onClick={done}>
            Merge
          </Button>
        </>
      }
    >
      {failed && (
        <Banner tone="error" live>
          {failed}
        </Banner>
      )}
      {session && (
        <p>
          {conflicts.length === 0
            ? 'Your changes and theirs fit together.'
            : `You both changed ${conflicts.length === 1 ? 'one thing' : `${conflicts.length} things`}. Choose for each:`}
        </p>
      )}
      {session && (
        <ul className="mt-2 flex max-h-96 flex-col overflow-y-auto" data-testid="merge-conflicts">
          {conflicts.map((conflict) => (
            <Conflict
              key={`${conflict.elementId} ${conflict.property}`}
              {...{ conflict, session }}
              take={choices.get(conflict) ?? conflict.taken}
              onTake={(take) => setChoices(new Map(choices).set(conflict, take))}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

interface ConflictProps {
  conflict: MergeConflict;
  session: MergeSession;
  take: 'mine' | 'theirs';
  onTake: (take: 'mine' | 'theirs') => void;
}

function Conflict({ conflict, session, take, onTake }: ConflictProps) {
  const words = wordsOf(conflict, session);
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-t border-line py-2">
      <span className="min-w-0">
        <span className="block truncate font-medium">{words.element}</span>
        <span className="block text-xs text-muted">{words.what}</span>
      </span>
      <Segmented
        label={`${words.element}, ${words.what}`}
        choices={[
          { value: 'mine', label: 'Mine' },
          { value: 'theirs', label: 'Theirs' },
        ]}
        value={take}
        onValueChange={onTake}
      />
      <span className="col-span-2 grid grid-cols-2 gap-4 text-xs">
        {(['mine', 'theirs'] as const).map((side) => (
          <span key={side} className={take === side ? 'truncate' : 'truncate text-muted'}>
            {side === 'mine' ? 'Mine: ' : 'Theirs: '}
            {words[side]}
          </span>
        ))}
      </span>
    </li>
  );
}
