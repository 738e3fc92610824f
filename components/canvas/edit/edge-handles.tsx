'use client';

import { type PointerEvent as ReactPointerEvent, useState } from 'react';
import { useReactFlow } from 'reactflow';
import type { DiagramEdge, Point } from '@/components/bpmn/types';
import { useEditorStore } from '@/components/designer/store/context';
import { isRefused, setWaypoints, snap } from '@/lib/editing';
import { gridStep } from '../grid/grid-setting';
import { dragBend, dragSegment } from './bend';

/**
 * Bends and segments of a selected flow. A segment is dragged across its direction, a bend freely; both end on
 * the grid, and one drag is one undo step.
 */
export function EdgeHandles({ edge }: { edge: DiagramEdge }) {
  const editor = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  const [held, setHeld] = useState<string | null>(null);
  const points = edge.waypoints;

  const start = (key: string, bend: (at: Point) => Point[]) => (event: ReactPointerEvent<SVGElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(key);
    const before = editor.getState().history.present;
    const at = (e: PointerEvent) => {
      const p = screenToFlowPosition({ x: e.clientX, y: e.clientY }, { snapToGrid: false });
      return setWaypoints(before, edge.id, bend({ x: snap(p.x, gridStep()), y: snap(p.y, gridStep()) }));
    };
    const move = (e: PointerEvent) => {
      const result = at(e);
      if (!isRefused(result)) editor.getState().setPreview(result.document);
    };
    const end = (e: PointerEvent) => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      setHeld(null);
      editor.getState().apply(at(e));
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
  };

  return (
    <g className="nopan nodrag" data-testid="edge-handles">
      {points.slice(1).map((b, i) => {
        const a = points[i] as Point;
        const level = Math.abs(a.y - b.y) < 0.5;
        const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
        if (Math.hypot(a.x - b.x, a.y - b.y) < 24) return null;
        return (
          <Grip
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is known by its place in the line
            key={`s${i}`}
            at={middle}
            cursor={level ? 'ns-resize' : 'ew-resize'}
            held={held === `s${i}`}
            onPointerDown={start(`s${i}`, (at) => dragSegment(points, i, at))}
          />
        );
      })}
      {points.slice(1, -1).map((p, i) => (
        <Grip
          // biome-ignore lint/suspicious/noArrayIndexKey: a bend is known by its place in the line
          key={`b${i}`}
          at={p}
          round
          cursor="move"
          held={held === `b${i}`}
          onPointerDown={start(`b${i}`, (at) => dragBend(points, i + 1, at))}
        />
      ))}
    </g>
  );
}

interface GripProps {
  at: Point;
  cursor: string;
  round?: boolean;
  held: boolean;
  onPointerDown: (event: ReactPointerEvent<SVGElement>) => void;
}

/** 8 px to see, 24 px to hit. */
function Grip({ at, cursor, round, held, onPointerDown }: GripProps) {
  const size = round ? 8 : 6;
  return (
    <g style={{ cursor, pointerEvents: 'all' }} onPointerDown={onPointerDown}>
      <rect x={at.x - 12} y={at.y - 12} width={24} height={24} fill="transparent" />
      <rect
        x={at.x - size / 2}
        y={at.y - size / 2}
        width={size}
        height={size}
        rx={round ? size / 2 : 1}
        fill={held ? 'var(--primary)' : 'var(--surface)'}
        stroke="var(--primary)"
        strokeWidth={1.5}
      />
    </g>
  );
}
