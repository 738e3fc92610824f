'use client';

import { useStore, ViewportPortal } from 'reactflow';
import { footMarkers } from '@/components/bpmn/markers/activity';
import type { DiagramNode } from '@/components/bpmn/types';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { FlowNode } from '../../flow/types';
import { toggleSubProcess } from './enter';

/** Below this zoom the mark is too small to be hit on purpose. */
const LEAST_ZOOM = 0.5;

/** On each sub-process the mark that opens and closes it in place. Keys do it with X, so it is no tab stop. */
export function SubProcessToggles({ nodes }: { nodes: readonly FlowNode[] }) {
  const editor = useEditorStore();
  const small = useStore((state) => state.transform[2] < LEAST_ZOOM);
  const quiet = useEditor((state) => state.preview !== null || state.tool.kind !== 'select');
  if (quiet || small) return null;
  return (
    <ViewportPortal>
      {nodes
        .map(({ data }) => data.node)
        .filter((node) => node.spec.shape === 'subprocess')
        .map((node) => {
          const { width, height, expanded } = node.spec;
          const collapsed = !expanded;
          // The plus is the last of the markers at the foot, 19 px from one to the next.
          const plus = width / 2 + ((markersOf(node) - 1) * 19) / 2;
          const at = collapsed ? { x: plus, y: height - 10.5 } : { x: width - 16, y: 16 };
          return (
            <button
              key={node.id}
              type="button"
              tabIndex={-1}
              aria-label={collapsed ? 'Open in place' : 'Close in place'}
              data-toggle={node.id}
              className="nodrag nopan absolute grid size-6 place-items-center rounded-sm text-muted hover:bg-hover hover:text-ink"
              style={{ left: node.x + at.x - 12, top: node.y + at.y - 12, zIndex: 200, pointerEvents: 'all' }}
              onClick={(event) => {
                event.stopPropagation();
                toggleSubProcess(editor, node.id);
              }}
              onDoubleClick={(event) => event.stopPropagation()}
            >
              {!collapsed && (
                <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
                  <path d="M2.500 4 6 8l3.500-4" fill="none" stroke="currentColor" strokeWidth={1.5} />
                </svg>
              )}
            </button>
          );
        })}
    </ViewportPortal>
  );
}

function markersOf({ spec }: DiagramNode): number {
  const own = spec.bpmnType === 'bpmn:AdHocSubProcess' ? (['adHoc'] as const) : [];
  return footMarkers({ markers: [...(spec.markers ?? []), ...own], collapsed: true }).length;
}
