'use client';

import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { NodeToolbar, Position } from 'reactflow';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import { remove } from '@/lib/editing';
import { keyName } from '../../shortcuts';
import { useGesture } from '../gesture-store';
import { useBoard } from '../use-board';
import { PadButton, PadGlyph } from './pad-button';
import { SELECTION_TOOLS, type SelectionTool, shapesOf } from './selection-tools';

const GLYPHS: Record<SelectionTool['id'], ReactNode> = {
  alignLeft: <path d="M2.500 2v12M5 3.500h8v3H5zM5 9.500h5v3H5z" />,
  alignCentre: <path d="M8 2v1.500M8 6.500v3M8 12.500V14M3.500 3.500h9v3h-9zM5 9.500h6v3H5z" />,
  alignRight: <path d="M13.500 2v12M3 3.500h8v3H3zM6 9.500h5v3H6z" />,
  alignTop: <path d="M2 2.500h12M3.500 5h3v8h-3zM9.500 5h3v5h-3z" />,
  alignMiddle: <path d="M2 8h1.500M6.500 8h3M12.500 8H14M3.500 3.500h3v9h-3zM9.500 5h3v6h-3z" />,
  alignBottom: <path d="M2 13.500h12M3.500 3h3v8h-3zM9.500 6h3v5h-3z" />,
  distributeAcross: <path d="M2.500 2v12M13.500 2v12M6.200 4.500h3.600v7H6.200z" />,
  distributeDown: <path d="M2 2.500h12M2 13.500h12M4.500 6.200h7v3.600h-7z" />,
};

/** What can be done with several selected elements: above them, where what is added next seldom stands. */
export function SelectionPad({ onArrange }: { onArrange: (() => void) | undefined }) {
  const editor = useEditorStore();
  const board = useBoard();
  const document = useEditor((state) => state.history.present);
  const selection = useEditor((state) => state.selection);
  const quiet = useEditor((state) => state.preview !== null || state.tool.kind !== 'select');
  const busy = useGesture((state) => state.dragging || state.connecting !== null || state.picker !== null);
  const ids = shapesOf(document, selection);
  if (ids.length < 2 || quiet || busy) return null;
  return (
    <NodeToolbar nodeId={ids} isVisible position={Position.Top} align="center" offset={20}>
      <div
        className="nopan nodrag nowheel flex items-center rounded-md border border-line bg-surface p-0.5 shadow-card"
        role="toolbar"
        aria-label="Selection"
      >
        <div className="flex">
          {SELECTION_TOOLS.slice(0, 6).map((tool) => (
            <ToolButton key={tool.id} tool={tool} />
          ))}
        </div>
        <span className="mx-1 h-5 w-px flex-none bg-line" />
        <div className="flex">
          {ids.length > 2 && SELECTION_TOOLS.slice(6).map((tool) => <ToolButton key={tool.id} tool={tool} />)}
          <PadButton
            label="Arrange the selection"
            shortcut={keyName('layout')}
            icon={
              <PadGlyph>
                <path d="M1.500 6h4v4h-4zM10.500 2h4v4h-4zM10.500 10h4v4h-4zM5.500 8H8M8 4v8M8 4h2.500M8 12h2.500" />
              </PadGlyph>
            }
            onClick={onArrange}
          />
          <PadButton
            label="Delete"
            shortcut={keyName('delete')}
            icon={<Trash2 size={15} strokeWidth={1.5} />}
            onClick={() => {
              const { history, selection: all, apply } = editor.getState();
              apply(remove(history.present, all));
              board.focus();
            }}
          />
        </div>
      </div>
    </NodeToolbar>
  );
}

function ToolButton({ tool }: { tool: SelectionTool }) {
  const editor = useEditorStore();
  return (
    <PadButton
      label={tool.label}
      shortcut={keyName(tool.id)}
      icon={<PadGlyph>{GLYPHS[tool.id]}</PadGlyph>}
      onClick={() => {
        const { history, selection, apply } = editor.getState();
        apply(tool.run(history.present, shapesOf(history.present, selection)), { keepSelection: true });
      }}
    />
  );
}
