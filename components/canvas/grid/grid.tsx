'use client';

import { useEffect, useRef } from 'react';
import { type ReactFlowState, useStoreApi } from 'reactflow';
import { gridAt, MARGIN } from './grid-at';
import { useGridOn } from './grid-setting';

/**
 * Dots on the places of the grid, behind the diagram. Panning moves a layer of its own and paints nothing anew: that is
 * why it isn't React Flow's background.
 */
export function Grid() {
  const on = useGridOn();
  const layer = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  useEffect(() => {
    if (!on) return;
    let drawn = 0;
    const draw = ({ transform }: Pick<ReactFlowState, 'transform'>) => {
      const style = layer.current?.style;
      if (!style) return;
      const { cell, x, y } = gridAt(transform);
      style.transform = `translate(${x}px, ${y}px)`;
      if (cell !== drawn) style.backgroundSize = `${cell}px ${cell}px`;
      drawn = cell;
    };
    draw(flow.getState());
    return flow.subscribe(draw);
  }, [on, flow]);
  return on ? (
    <div
      ref={layer}
      data-testid="grid"
      aria-hidden="true"
      className="grid-dots pointer-events-none absolute"
      style={{ inset: -MARGIN, willChange: 'transform' }}
    />
  ) : null;
}
