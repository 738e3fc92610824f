'use client';

import { type KeyboardEvent, useRef } from 'react';
import type { DiagramView } from '@/components/bpmn/types';
import { Drawing } from './drawing';
import { type ChangeView, usePanZoom, type Viewport, zoomedAt } from './use-viewport';

export interface PaneProps {
  view: DiagramView;
  /** Names the drawing for screen readers, with what is marked on it. */
  label: string;
  /** The small word in the corner: which side this is. */
  caption?: string;
  viewport: Viewport;
  change: ChangeView;
  selected: string | null;
  onSelect: (id: string | null) => void;
  onFit: () => void;
}

const STEP = 50;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** One drawing to look at. Arrows move it, + and − zoom, 0 shows everything. */
export function Pane({ view, label, caption, viewport, change, selected, onSelect, onFit }: PaneProps) {
  const root = useRef<HTMLDivElement>(null);
  const { handlers, wasDragged } = usePanZoom(root, change);
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const box = event.currentTarget.getBoundingClientRect();
    const middle = { x: box.width / 2, y: box.height / 2 };
    if (arrow) change((at) => ({ ...at, x: at.x + arrow[0], y: at.y + arrow[1] }));
    else if (event.key === '+' || event.key === '=') change((at) => zoomedAt(at, 1.25, middle));
    else if (event.key === '-') change((at) => zoomedAt(at, 0.8, middle));
    else if (event.key === '0') onFit();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={root}
      role="application"
      aria-roledescription="diagram"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved and zoomed by keys
      tabIndex={0}
      className="focus-inset relative min-h-0 min-w-0 grow basis-0 cursor-grab touch-none overflow-hidden active:cursor-grabbing"
      onKeyDown={keys}
      onClick={(event) => {
        if (wasDragged()) return;
        const hit = (event.target as Element).closest('[data-id]');
        onSelect(hit?.getAttribute('data-id') ?? null);
      }}
      {...handlers}
    >
      <svg className="block size-full" aria-hidden="true" data-zoom={viewport.zoom.toFixed(3)}>
        <g transform={`translate(${viewport.x} ${viewport.y}) scale(${viewport.zoom})`} data-viewport>
          <Drawing view={view} selected={selected} />
        </g>
      </svg>
      {caption && (
        <span className="pointer-events-none absolute left-3 top-3 rounded-sm border border-line bg-surface px-1.75 py-0.5 text-xs font-medium">
          {caption}
        </span>
      )}
    </div>
  );
}
