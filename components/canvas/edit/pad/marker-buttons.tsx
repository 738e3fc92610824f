'use client';

import type { ReactNode } from 'react';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { ElementId } from '@/lib/document';
import { type MarkerId, markerTools } from './marker-tools';
import { PadButton, PadGlyph } from './pad-button';

const GLYPHS: Record<MarkerId, ReactNode> = {
  loop: <path d="M5.300 13.300A6 6 0 1 1 10.300 13.500M2.400 13.600l3.100-.2.100-3.100" />,
  miParallel: <path d="M4 2.500v11M8 2.500v11M12 2.500v11" strokeWidth={2} />,
  miSequential: <path d="M2.500 4h11M2.500 8h11M2.500 12h11" strokeWidth={2} />,
  compensation: <path d="M8 3.200v9.600L1.800 8zM14.200 3.200v9.600L8 8z" />,
  adHoc: <path d="M2 9.500c1-3.500 3.500-4 6-2s4.800 1.500 6-1.500" strokeWidth={2.2} />,
};

/** Markers of a step, to be set and taken away. */
export function MarkerButtons({ id }: { id: ElementId }) {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const tools = markerTools(document, id);
  if (tools.length === 0) return null;
  return (
    <div className="flex border-b border-line p-1" role="toolbar" aria-label="Markers">
      {tools.map(({ id: marker, label, on, toggle }) => (
        <PadButton
          key={marker}
          label={label}
          pressed={on}
          icon={<PadGlyph>{GLYPHS[marker]}</PadGlyph>}
          onClick={() =>
            editor.getState().apply(toggle(editor.getState().history.present), { keepSelection: true })
          }
        />
      ))}
    </div>
  );
}
