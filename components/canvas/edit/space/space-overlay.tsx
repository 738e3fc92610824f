'use client';

import { useViewport } from 'reactflow';
import { useEditor } from '@/components/designer/store/context';
import { boundsOf } from '@/lib/document';
import type { Space } from '@/lib/editing';
import { useGesture } from '../gesture-store';

/** Where space is made: the line it began at, the line it goes to, and the band in between. */
export function SpaceOverlay() {
  const space = useGesture((state) => state.space);
  return space && <Band space={space} />;
}

function Band({ space }: { space: Space }) {
  const document = useEditor((state) => state.history.present);
  const view = useViewport();
  const upright = space.axis === 'x';
  const place = (at: number) => at * view.zoom + (upright ? view.x : view.y);
  const [a, b] = [place(space.at), place(space.at + space.by)];
  const bounds = space.within ? boundsOf(document, space.within) : undefined;
  // Within a container the lines go no further than the container.
  const from = bounds && (upright ? bounds.y * view.zoom + view.y : bounds.x * view.zoom + view.x);
  const length = bounds && (upright ? bounds.height : bounds.width) * view.zoom;
  const [start, end] = [from ?? 0, from !== undefined && length !== undefined ? from + length : '100%'];
  const across = length ?? '100%';
  const [low, size] = [Math.min(a, b), Math.abs(b - a)];
  const line = (at: number) =>
    upright ? { x1: at, x2: at, y1: start, y2: end } : { y1: at, y2: at, x1: start, x2: end };
  return (
    <svg
      className="pointer-events-none absolute inset-0 z-10 size-full"
      aria-hidden="true"
      data-testid="space-preview"
    >
      <rect
        {...(upright
          ? { x: low, y: start, width: size, height: across }
          : { y: low, x: start, height: size, width: across })}
        fill="var(--primary)"
        fillOpacity={0.1}
      />
      <line {...line(a)} stroke="var(--primary)" strokeDasharray="4 4" />
      <line {...line(b)} stroke="var(--primary)" strokeWidth={1.5} />
    </svg>
  );
}
