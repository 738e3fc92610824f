'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { later } from '@/components/ui/later';
import { toast } from '@/components/ui/toast';
import type { DesignerApi } from '../api';
import type { Autosave } from '../save/autosave';
import { useEditorStore } from '../store/context';
import { connectPresence, type PresenceConnection, presenceOverHttp } from './connection';
import { personsOf } from './persons';
import { PresenceCell } from './presence-cell';
import { type Theirs, takeTheirs } from './theirs';
import { useComings } from './use-comings';
import { useFollowCommands } from './use-follow';

const ConflictCompare = later(() => import('../conflict-compare').then((it) => it.ConflictCompare), {
  name: 'The comparison',
});

export interface PresenceProps {
  processId: string;
  api: DesignerApi;
  autosave: Autosave;
}

/** The other people on this draft: who they are, what they have selected, and what they saved. */
export function Presence({ processId, api, autosave }: PresenceProps) {
  const editor = useEditorStore();
  const [connection, setConnection] = useState<PresenceConnection | null>(null);
  const [shown, setShown] = useState<Theirs | null>(null);
  useEffect(() => {
    const notice = (theirs: Theirs) =>
      toast(
        `${theirs.me ? 'You saved in another window' : `${theirs.by} saved`}: ${theirs.changes} ${theirs.changes === 1 ? 'change' : 'changes'}`,
        {
          id: 'theirs',
          description: theirs.taken ? 'It is in your drawing now.' : 'Saving yours will ask what to keep.',
          action: { label: 'Show', onClick: () => setShown(theirs) },
        },
      );
    const me = () => made.state.getState().self?.split('/')[0] ?? null;
    const take = takeTheirs(editor, autosave, api, me, notice);
    const made: PresenceConnection = connectPresence({
      editor,
      ...presenceOverHttp(processId),
      onSaved: (saved) => void take(saved),
    });
    setConnection(made);
    return () => made.stop();
  }, [processId, editor, autosave, api]);
  return (
    <>
      {connection && <Others connection={connection} />}
      {shown && (
        <ConflictCompare
          title={`What ${shown.by} changed`}
          theirs={shown.before}
          mine={shown.after}
          sides={['before', shown.by]}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

function Others({ connection }: { connection: PresenceConnection }) {
  const editor = useEditorStore();
  const self = useStore(connection.state, (state) => state.self);
  const people = useStore(connection.state, (state) => state.people);
  const persons = personsOf(people, self);
  useComings(persons);
  useEffect(() => {
    const others = people.filter(({ id }) => id !== self);
    editor.setState({ others: others.map(({ id, name, selection }) => ({ id, name, selection })) });
  }, [editor, people, self]);
  useEffect(() => {
    editor.setState({ company: connection });
    return () => editor.setState({ others: [], company: null });
  }, [editor, connection]);
  useFollowCommands(persons, connection);
  const slot = document.querySelector('[data-slot=presence]');
  return slot && persons.length > 0
    ? createPortal(<PresenceCell persons={persons} company={connection} />, slot)
    : null;
}
