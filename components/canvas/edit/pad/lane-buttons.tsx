'use client';

import type { ReactNode } from 'react';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { ElementId } from '@/lib/document';
import { type LaneToolId, laneTools } from './lane-tools';
import { PAIRS, PadButton, PadGlyph, PadRule } from './pad-button';

const FRAME = <path d="M2 3.200h12v9.600H2z" />;
const GLYPHS: Record<LaneToolId, ReactNode> = {
  above: <path d="M2 8h12v5.500H2zM8 1.500v4M6 3.500h4" />,
  below: <path d="M2 2.500h12V8H2zM8 10.500v4M6 12.500h4" />,
  two: (
    <>
      {FRAME}
      <path d="M2 8h12" />
    </>
  ),
  three: (
    <>
      {FRAME}
      <path d="M2 6.400h12M2 9.600h12" />
    </>
  ),
  blackBox: <path d="M2 5.500h12v5H2z" fill="currentColor" />,
  open: (
    <>
      {FRAME}
      <path d="M4.800 3.200v9.600" />
    </>
  ),
};

/** Tools of the selected pool or lane. */
export function LaneButtons({ id }: { id: ElementId }) {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const tools = laneTools(document, id);
  if (tools.length === 0) return null;
  return (
    <>
      <div className={PAIRS}>
        {tools.map(({ id: tool, label, run }) => (
          <PadButton
            key={tool}
            label={label}
            icon={<PadGlyph>{GLYPHS[tool]}</PadGlyph>}
            onClick={() => editor.getState().apply(run(editor.getState().history.present))}
          />
        ))}
      </div>
      <PadRule />
    </>
  );
}
