'use client';

import { useStore, ViewportPortal } from 'reactflow';
import type { DiagramNode } from '@/components/bpmn/types';
import { useEditor } from '@/components/designer/store/context';
import { mayStart, traitsOf } from '@/lib/editing';
import { useGesture } from './gesture-store';
import { useConnect } from './use-connect';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** Four handles around the element under the pointer or the selected one: drag to connect, or to empty canvas to append. */
export function ConnectHandles({ node }: { node: DiagramNode }) {
  const document = useEditor((state) => state.history.present);
  const quiet = useEditor(
    (state) => state.naming !== null || state.preview !== null || state.tool.kind !== 'select',
  );
  const busy = useGesture((state) => state.dragging || state.connecting !== null);
  const { startDrag } = useConnect();
  const zoom = useStore((state) => state.transform[2]);
  const traits = traitsOf(document, node.id);
  if (quiet || busy || !traits || traits.type === 'bpmn:Lane' || mayStart(traits)) return null;
  const { width, height } = node.spec;
  const size = 24 / zoom;
  return (
    <ViewportPortal>
      {SIDES.map((side) => {
        const x = node.x + (side === 'left' ? -7 : side === 'right' ? width + 7 : width / 2);
        const y = node.y + (side === 'top' ? -7 : side === 'bottom' ? height + 7 : height / 2);
        return (
          <span
            key={side}
            aria-hidden="true"
            data-handle={`${node.id}:${side}`}
            className="nodrag nopan group absolute grid cursor-crosshair place-items-center"
            style={{
              left: x - size / 2,
              top: y - size / 2,
              width: size,
              height: size,
              zIndex: 900,
              pointerEvents: 'all',
            }}
            onPointerDown={(event) => event.button === 0 && startDrag(node.id, event)}
          >
            <span
              className="rounded-full border-[1.5px] border-primary bg-surface group-hover:bg-primary"
              style={{ width: 8 / zoom, height: 8 / zoom }}
            />
          </span>
        );
      })}
    </ViewportPortal>
  );
}
