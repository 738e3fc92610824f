'use client';

import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import type { ElementId } from '@/lib/document';
import { labelOf, setLabel } from '@/lib/editing';
import { useEditorStore } from '../store/context';
import { FormDialog } from './form-dialog';

/** Gives an element its name. */
export function RenameDialog({ id, onClose }: { id: ElementId; onClose: () => void }) {
  const editor = useEditorStore();
  const [name, setName] = useState(() => labelOf(editor.getState().history.present, id));
  const rename = () => {
    const { history, apply } = editor.getState();
    if (name.trim() !== labelOf(history.present, id)) apply(setLabel(history.present, id, name.trim()));
    onClose();
  };
  return (
    <FormDialog title="Rename" action="Rename" onSubmit={rename} onClose={onClose}>
      <TextField autoFocus label="Name" value={name} onChange={(event) => setName(event.target.value)} />
    </FormDialog>
  );
}
