'use client';

import { useState } from 'react';
import { boundsOf, type ElementId } from '@/lib/document';
import { resize } from '@/lib/editing';
import { nameInList } from '@/lib/outline';
import { useEditorStore } from '../store/context';
import { FormDialog } from './form-dialog';
import { NumberField } from './number-field';

/** Gives a pool, lane, sub-process, group or note another size; its upper left corner stays. */
export function ResizeDialog({ id, onClose }: { id: ElementId; onClose: () => void }) {
  const editor = useEditorStore();
  const [size, setSize] = useState(() => boundsOf(editor.getState().history.present, id));
  const submit = () => {
    const { history, apply } = editor.getState();
    if (size && Number.isFinite(size.width + size.height)) apply(resize(history.present, id, size));
    onClose();
  };
  if (!size) return null;
  return (
    <FormDialog
      title={`Resize “${nameInList(editor.getState().history.present, id)}”`}
      description="It stays as large as what it holds."
      action="Resize"
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label="Width"
          min={1}
          value={size.width}
          onChange={(width) => setSize({ ...size, width })}
        />
        <NumberField
          label="Height"
          min={1}
          value={size.height}
          onChange={(height) => setSize({ ...size, height })}
        />
      </div>
    </FormDialog>
  );
}
