'use client';

import type { PointerEvent as ReactPointerEvent } from 'react';
import { useReactFlow, useViewport, ViewportPortal } from 'reactflow';
import type { DiagramNode } from '@/components/bpmn/types';
import { useEditorStore } from '@/components/designer/store/context';
import type { Bounds } from '@/lib/document';
import { isRefused, resize, snap } from '@/lib/editing';

const CORNERS = ['nw', 'ne', 'sw', 'se'] as const;
type Corner = (typeof CORNERS)[number];

/** Four corners to resize by, for what has a size of its own. */
export function ResizeGrips({ node }: { node: DiagramNode }) {
  const editor = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  const { zoom } = useViewport();
  const { width, height } = node.spec;
  const size = 24 / zoom;

  const start = (corner: Corner) => (event: ReactPointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const before = editor.getState().history.present;
    const from: Bounds = { x: node.x, y: node.y, width, height };
    const at = (e: PointerEvent) => {
      const p = screenToFlowPosition({ x: e.clientX, y: e.clientY }, { snapToGrid: false });
      return resize(before, node.id, pulled(from, corner, { x: snap(p.x), y: snap(p.y) }));
    };
    const move = (e: PointerEvent) => {
      const result = at(e);
      if (!isRefused(result)) editor.getState().setPreview(result.document);
    };
    const up = (e: PointerEvent) => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      editor.getState().apply(at(e));
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
  };
  return (
    <ViewportPortal>
      {CORNERS.map((corner) => (
        <span
          key={corner}
          aria-hidden="true"
          data-resize={corner}
          className="nodrag nopan absolute grid place-items-center"
          style={{
            left: node.x + (corner.endsWith('w') ? -7 : width + 7) - size / 2,
            top: node.y + (corner.startsWith('n') ? -7 : height + 7) - size / 2,
            width: size,
            height: size,
            zIndex: 901,
            cursor: `${corner}-resize`,
            pointerEvents: 'all',
          }}
          onPointerDown={start(corner)}
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

/** The rectangle with one corner at a point and the opposite one where it was. */
function pulled(b: Bounds, corner: Corner, to: { x: number; y: number }): Bounds {
  const x = corner.endsWith('w') ? Math.min(to.x, b.x + b.width - 50) : b.x;
  const y = corner.startsWith('n') ? Math.min(to.y, b.y + b.height - 30) : b.y;
  const width = corner.endsWith('w') ? b.x + b.width - x : Math.max(50, to.x - b.x);
  const height = corner.startsWith('n') ? b.y + b.height - y : Math.max(30, to.y - b.y);
  return { x, y, width, height };
}
