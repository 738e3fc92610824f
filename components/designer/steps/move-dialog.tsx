'use client';

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { boundsOf, type ElementId } from '@/lib/document';
import { drop, isRefused, move } from '@/lib/editing';
import { nameInList } from '@/lib/outline';
import { useEditorStore } from '../store/context';
import { FormDialog } from './form-dialog';
import { NumberField } from './number-field';

/** One press of a direction, in diagram pixels: a step of the grid. */
const STEP = 10;

const DIRECTIONS = [
  ['Left', <ArrowLeft key="left" size={16} />, -STEP, 0],
  ['Right', <ArrowRight key="right" size={16} />, STEP, 0],
  ['Up', <ArrowUp key="up" size={16} />, 0, -STEP],
  ['Down', <ArrowDown key="down" size={16} />, 0, STEP],
] as const;

/** Moves what is selected by numbers or directions, as dragging it would: into containers and flows, onto borders. */
export function MoveDialog({ id, onClose }: { id: ElementId; onClose: () => void }) {
  const editor = useEditorStore();
  const [{ document, ids, start }] = useState(() => {
    const { history, selection } = editor.getState();
    const from = boundsOf(history.present, id) ?? { x: 0, y: 0 };
    return { document: history.present, ids: selection.includes(id) ? selection : [id], start: from };
  });
  const [at, setAt] = useState({ x: start.x, y: start.y });

  const show = (next: { x: number; y: number }) => {
    setAt(next);
    if (!Number.isFinite(next.x + next.y)) return;
    const result = move(document, ids, { x: next.x - start.x, y: next.y - start.y });
    editor.getState().setPreview(isRefused(result) ? null : result.document);
  };
  const close = () => {
    editor.getState().setPreview(null);
    onClose();
  };
  const submit = () => {
    editor.getState().setPreview(null);
    const delta = { x: at.x - start.x, y: at.y - start.y };
    const { history, apply } = editor.getState();
    if (Number.isFinite(delta.x + delta.y) && (delta.x !== 0 || delta.y !== 0))
      apply(drop(history.present, ids, delta));
    onClose();
  };
  const title = ids.length === 1 ? `Move “${nameInList(document, id)}”` : `Move ${ids.length} elements`;
  return (
    <FormDialog title={title} action="Move" onSubmit={submit} onClose={close}>
      <div className="grid grid-cols-2 gap-3">
        <NumberField label="From the left (x)" value={at.x} onChange={(x) => show({ ...at, x })} />
        <NumberField label="From the top (y)" value={at.y} onChange={(y) => show({ ...at, y })} />
      </div>
      <fieldset className="mt-4 flex items-center gap-1">
        <legend className="mb-1 text-xs font-medium">By {STEP} px</legend>
        {DIRECTIONS.map(([label, icon, x, y]) => (
          <IconButton
            key={label}
            label={`${label} by ${STEP} px`}
            icon={icon}
            variant="secondary"
            onClick={() => show({ x: at.x + x, y: at.y + y })}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
