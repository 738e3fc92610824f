'use client';

import type { PointerEvent as ReactPointerEvent } from 'react';
import { useReactFlow, useStore, ViewportPortal } from 'reactflow';
import type { DiagramNode } from '@/components/bpmn/types';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { Bounds } from '@/lib/document';
import { isRefused, resize, snap } from '@/lib/editing';
import { gridStep } from '../grid/grid-setting';
import { useGesture } from './gesture-store';
import { GRIPS, type Grip, gripAt, pulled } from './resize-box';

/** Corners and sides to resize by, for what has a size of its own. Neighbours of a lane follow. */
export function ResizeGrips({ node }: { node: DiagramNode }) {
  const editor = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  // Who drags it or types its label has no use for them, and moving them along costs as much as the element.
  const naming = useEditor((state) => state.naming !== null);
  const dragging = useGesture((state) => state.dragging);
  const { width, height } = node.spec;
  const size = 24 / zoom;

  const start = (grip: Grip) => (event: ReactPointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const before = editor.getState().history.present;
    const from: Bounds = { x: node.x, y: node.y, width, height };
    const at = (e: PointerEvent) => {
      const p = screenToFlowPosition({ x: e.clientX, y: e.clientY }, { snapToGrid: false });
      const keys = { proportional: e.shiftKey, centred: e.ctrlKey || e.metaKey };
      return resize(
        before,
        node.id,
        pulled(from, grip, { x: snap(p.x, gridStep()), y: snap(p.y, gridStep()) }, keys),
      );
    };
    const move = (e: PointerEvent) => {
      const result = at(e);
      if (!isRefused(result)) editor.getState().setPreview(result.document);
    };
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('keydown', cancel, true);
      editor.getState().setPreview(null);
    };
    const up = (e: PointerEvent) => {
      end();
      editor.getState().apply(at(e));
    };
    const cancel = (e: KeyboardEvent) => e.key === 'Escape' && end();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('keydown', cancel, true);
  };
  if (naming || dragging) return null;
  return (
    <ViewportPortal>
      {GRIPS.map((grip) => (
        <span
          key={grip}
          aria-hidden="true"
          data-resize={grip}
          className="nodrag nopan absolute grid place-items-center"
          style={{
            left: node.x + gripAt(grip).x * (width + 14) - 7 - size / 2,
            top: node.y + gripAt(grip).y * (height + 14) - 7 - size / 2,
            width: size,
            height: size,
            zIndex: 901,
            cursor: `${grip}-resize`,
            pointerEvents: 'all',
          }}
          onPointerDown={start(grip)}
        >
          <span
            className="border-[1.5px] border-primary bg-surface"
            style={{ width: 8 / zoom, height: 8 / zoom }}
          />
        </span>
      ))}
    </ViewportPortal>
  );
}
