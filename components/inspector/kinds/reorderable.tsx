'use client';

import { ChevronDown, ChevronUp, GripVertical, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { QUIET } from '../fields/rows';
import { useReorder } from './use-reorder';

/** For the last line of a row, of 24 pixels at least. */
export const LAST_LINE = 'min-h-6 pr-23';

interface ReorderableProps<T> {
  /** The last one left can't be removed. */
  rows: readonly T[];
  label: string;
  /** What the row at a place is called in its buttons: “fallback 2”. */
  what: (at: number) => string;
  /** What is told after a move. */
  nameOf: (at: number) => string;
  onChange: (rows: T[]) => void;
  children: (row: T, at: number) => ReactNode;
}

/**
 * A list that is put in order by dragging or by the buttons of each row; the focus goes along with what is moved. The
 * buttons stand at the end of a row's last line, which leaves room by `LAST_LINE`.
 */
export function Reorderable<T>({ rows, label, what, nameOf, onChange, children }: ReorderableProps<T>) {
  const { list, over, told, drag, end, step, dragOver, drop } = useReorder(rows, onChange, nameOf);
  const several = rows.length > 1;
  return (
    <>
      <ol ref={list} aria-label={label} className="flex flex-col gap-1.5">
        {rows.map((row, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
            key={at}
            className={cx(
              'relative flex items-end gap-1 rounded-sm',
              over === at && 'outline-2 outline-primary',
            )}
            onDragOver={(event) => dragOver(event, at)}
            onDrop={(event) => drop(event, at)}
          >
            {several && <Grip onStart={() => drag(at)} onEnd={end} />}
            <div className="min-w-0 grow">{children(row, at)}</div>
            {several && (
              <RowButtons
                what={what(at)}
                first={at === 0}
                last={at === rows.length - 1}
                onStep={(by) => step(at, by)}
                onRemove={() => onChange(rows.filter((_, i) => i !== at))}
              />
            )}
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}

/** Where the mouse takes hold of a row; the keyboard has the buttons. */
function Grip({ onStart, onEnd }: { onStart: () => void; onEnd: () => void }) {
  return (
    <span
      aria-hidden="true"
      data-testid="grip"
      draggable
      className="flex h-8 flex-none cursor-grab items-center text-muted"
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        const row = event.currentTarget.closest('li');
        if (row) event.dataTransfer.setDragImage(row, 8, 16);
        onStart();
      }}
      onDragEnd={onEnd}
    >
      <GripVertical size={13} />
    </span>
  );
}

interface RowButtonsProps {
  what: string;
  first: boolean;
  last: boolean;
  onStep: (by: -1 | 1) => void;
  onRemove: () => void;
}

function RowButtons({ what, first, last, onStep, onRemove }: RowButtonsProps) {
  return (
    <div className="absolute bottom-0 right-0 flex h-6 items-center gap-0.5">
      <IconButton
        size="sm"
        label={`Move ${what} up`}
        data-move="up"
        icon={<ChevronUp size={13} />}
        disabled={first}
        className={QUIET}
        onClick={() => onStep(-1)}
      />
      <IconButton
        size="sm"
        label={`Move ${what} down`}
        data-move="down"
        icon={<ChevronDown size={13} />}
        disabled={last}
        className={QUIET}
        onClick={() => onStep(1)}
      />
      <IconButton size="sm" label={`Remove ${what}`} icon={<Trash2 size={13} />} onClick={onRemove} />
    </div>
  );
}
