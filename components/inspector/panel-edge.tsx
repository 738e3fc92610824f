'use client';

import { type PointerEvent, useRef } from 'react';
import { fitting, LEAST, MOST, USUAL, widthAfter } from './panel-width';

interface PanelEdgeProps {
  width: number;
  /** The width while it is pulled. */
  onWidth: (width: number) => void;
  /** The width it came to rest at. */
  onRest: (width: number) => void;
}

/** The left edge of the properties, which can be pulled; arrows move it, a double click or Enter puts it back. */
export function PanelEdge({ width, onWidth, onRest }: PanelEdgeProps) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const widthAt = ({ clientX }: PointerEvent) =>
    from.current && fitting(from.current.width + from.current.x - clientX);
  const rest = (next: number) => {
    onWidth(next);
    onRest(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a splitter with a value, which a rule has not
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the properties"
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      className="absolute inset-y-0 -left-3 z-10 w-6 cursor-col-resize touch-none after:absolute after:inset-y-0 after:left-1/2 after:w-0.5 after:-translate-x-1/2 hover:after:bg-primary focus-visible:after:bg-focus max-desk:hidden"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        const next = widthAt(event);
        if (next !== null) onWidth(next);
      }}
      onPointerUp={(event) => {
        const next = widthAt(event);
        from.current = null;
        if (next !== null) onRest(next);
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
      onDoubleClick={() => rest(USUAL)}
      onKeyDown={(event) => {
        const next = widthAfter(event.key, width);
        if (next === undefined) return;
        event.preventDefault();
        rest(next);
      }}
    />
  );
}
