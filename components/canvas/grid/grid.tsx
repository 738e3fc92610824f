'use client';

import { useEffect, useRef } from 'react';
import { type ReactFlowState, useStoreApi } from 'reactflow';
import { gridAt } from './grid-at';
import { useGridOn } from './grid-setting';

/** Dots on the places of the grid, behind the diagram; they move with it without drawing any component anew. */
export function Grid() {
  const on = useGridOn();
  const layer = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  useEffect(() => {
    if (!on) return;
    let drawn: ReactFlowState['transform'] | null = null;
    const draw = ({ transform }: Pick<ReactFlowState, 'transform'>) => {
      const style = layer.current?.style;
      if (!style || transform === drawn) return;
      drawn = transform;
      const { cell, x, y } = gridAt(transform);
      style.backgroundSize = `${cell}px ${cell}px`;
      style.backgroundPosition = `${x}px ${y}px`;
    };
    draw(flow.getState());
    return flow.subscribe(draw);
  }, [on, flow]);
  return on ? (
    <div
      ref={layer}
      data-testid="grid"
      aria-hidden="true"
      className="grid-dots pointer-events-none absolute inset-0"
    />
  ) : null;
}
