'use client';

import { useEffect, useRef } from 'react';
import { ViewportPortal } from 'reactflow';
import { edgeLabelLayout } from '@/components/bpmn/edge-label-layout';
import { hasOutsideLabel } from '@/components/bpmn/label-layout';
import type { DiagramView } from '@/components/bpmn/types';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { Bounds, ElementId } from '@/lib/document';
import { labelOf, setLabel } from '@/lib/editing';
import { useBoard } from './use-board';

/** Typing a label where it stands: Enter or leaving commits, Shift+Enter breaks the line, Escape cancels. */
export function LabelEditor({ view }: { view: DiagramView }) {
  const naming = useEditor((state) => state.naming);
  const place = naming === null ? undefined : placeOf(view, naming);
  if (naming === null || !place) return null;
  return (
    <ViewportPortal>
      <LabelField key={naming} id={naming} place={place} />
    </ViewportPortal>
  );
}

function LabelField({ id, place }: { id: ElementId; place: Bounds }) {
  const editor = useEditorStore();
  const board = useBoard();
  const field = useRef<HTMLTextAreaElement>(null);
  const before = labelOf(editor.getState().history.present, id);

  useEffect(() => {
    // The focus lays out the page: once, when everything that the same key or click drew is there. It is in the field
    // before the next key all the same.
    queueMicrotask(() => {
      field.current?.focus({ preventScroll: true });
      field.current?.select();
    });
  }, []);

  const commit = (text: string) => {
    if (editor.getState().naming !== id) return;
    editor.getState().startNaming(null);
    if (text.trim() !== before)
      editor.getState().apply(setLabel(editor.getState().history.present, id, text.trim()));
  };
  return (
    <textarea
      ref={field}
      aria-label="Label"
      defaultValue={before}
      rows={1}
      spellCheck
      className="nodrag nopan nowheel absolute resize-none rounded-sm border-[1.5px] border-primary bg-surface px-1 py-0.5 text-center text-xs/[15px] font-medium text-ink field-sizing-content outline-none focus-visible:shadow-none"
      style={{
        left: place.x,
        top: place.y,
        width: place.width,
        minHeight: place.height,
        zIndex: 1001,
        pointerEvents: 'all',
      }}
      onBlur={(event) => commit(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') editor.getState().startNaming(null);
        else if (event.key === 'Enter' && !event.shiftKey) commit(event.currentTarget.value);
        else return;
        event.preventDefault();
        board.focus();
      }}
    />
  );
}

/** Where the text stands, and so where it is typed. */
function placeOf(view: DiagramView, id: ElementId): Bounds | undefined {
  const node = view.nodes.find((each) => each.id === id);
  if (node) {
    const { width, height, shape } = node.spec;
    if (!hasOutsideLabel(node.spec)) {
      if (shape === 'pool' || shape === 'lane')
        return { x: node.x + 4, y: node.y + height / 2 - 12, width: 160, height: 24 };
      if (node.spec.expanded) return { x: node.x + 20, y: node.y + 4, width: width - 40, height: 22 };
      return { x: node.x + 3, y: node.y + 3, width: width - 6, height: height - 6 };
    }
    const above = shape === 'gateway' || shape === 'group';
    const label = node.labelBounds;
    if (label) return { x: label.x + label.width / 2 - 60, y: label.y - 3, width: 120, height: 22 };
    return {
      x: node.x + width / 2 - 60,
      y: above ? node.y - 30 : node.y + height + 5,
      width: 120,
      height: 22,
    };
  }
  const edge = view.edges.find((each) => each.id === id);
  const [a, b] = edge?.waypoints ?? [];
  if (!edge || !a || !b) return undefined;
  const layout = edgeLabelLayout({ ...edge, label: edge.label ?? 'Label' });
  return { x: (layout?.x ?? a.x) - 50, y: (layout?.y ?? a.y) - 15, width: 110, height: 22 };
}
