'use client';

import { memo, useMemo } from 'react';
import { type ReactFlowState, useStore } from 'reactflow';
import { BpmnIcon } from '@/components/bpmn/icons';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { shownDocument } from '@/components/designer/store/editor-store';
import { cx } from '@/components/ui/cx';
import { label } from '@/lib/editing';
import { detailAt } from '../../scene/detail';
import { cellsInView, type Pin, pinsIn, pinsOf } from './pins-of';
import { usePinDrag } from './use-pin-drag';

const zoomOf = (state: ReactFlowState): number => state.transform[2];
const cellsOf = (state: ReactFlowState): string => cellsInView(state.transform, state.width, state.height);

/**
 * Where somebody commented: pins at elements and sticky notes between them, of the same size at every zoom, none where
 * words can't be read any more. The list in the panel has all of them and is what keys reach.
 */
export function Pins() {
  const conversations = useEditor((state) => state.conversations);
  const document = useEditor(shownDocument);
  const plane = useEditor((state) => state.plane);
  const active = useEditor((state) => state.discussion?.thread ?? null);
  const zoom = useStore(zoomOf);
  const cells = useStore(cellsOf);
  const pins = useMemo(() => pinsOf(document, plane, conversations), [document, plane, conversations]);
  if (detailAt(zoom) !== 'full') return null;
  return (
    <div className="pointer-events-none absolute left-0 top-0" style={{ zIndex: 998 }} data-testid="pins">
      {pinsIn(pins, cells).map((pin) => (
        <div
          key={pin.key}
          className="absolute left-0 top-0 origin-top-left"
          style={{ transform: `translate(${pin.at.x}px, ${pin.at.y}px) scale(${1 / zoom})` }}
        >
          <PinButton
            pin={pin}
            about={pin.note ? '' : ` on ${label(document, pin.threads[0]?.elementId ?? '')}`}
            active={pin.threads.some(({ threadId }) => threadId === active)}
          />
        </div>
      ))}
    </div>
  );
}

interface PinButtonProps {
  pin: Pin;
  about: string;
  active: boolean;
}

const PinButton = memo(function PinButton({ pin, about, active }: PinButtonProps) {
  const editor = useEditorStore();
  const { note, threads } = pin;
  const drag = usePinDrag(pin);
  const count = threads.reduce((sum, { comments }) => sum + comments.length, 0);
  const first = threads[0]?.comments.find(({ text }) => text !== null)?.text ?? '';
  return (
    <button
      type="button"
      tabIndex={-1}
      data-pin={threads[0]?.elementId ?? threads[0]?.threadId}
      aria-label={note ? `Note: ${excerpt(first)}` : `${words(count)}${about}`}
      title={excerpt(first)}
      className={cx(
        'nopan nodrag pointer-events-auto absolute flex items-center border text-2xs font-medium text-ink',
        note
          ? 'left-0 top-0 min-h-6 min-w-6 max-w-36 gap-1 rounded-sm bg-[var(--wait-bg)] px-1.5 py-0.5 text-left'
          : '-left-3 -top-3 h-6 min-w-6 justify-center gap-0.5 rounded-full rounded-bl-none bg-surface px-1',
        active ? 'border-2 border-ink' : 'border-line-strong',
      )}
      style={drag.by ? { transform: `translate(${drag.by.x}px, ${drag.by.y}px)` } : undefined}
      onPointerDown={drag.press}
      onClick={() => {
        if (!drag.wasDragged()) editor.getState().discuss({ thread: threads[0]?.threadId ?? null });
      }}
    >
      {note ? (
        <>
          <span className="line-clamp-2 break-words">{excerpt(first)}</span>
          {count > 1 && <span className="text-muted">{count}</span>}
        </>
      ) : (
        <>
          <BpmnIcon name="comment" size={13} />
          {count > 1 && count}
        </>
      )}
    </button>
  );
});

const words = (count: number): string => (count === 1 ? '1 comment' : `${count} comments`);

/** Characters of a text that a pin shows. */
const SHOWN = 80;
const excerpt = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN - 1).trimEnd()}…` : text;
