'use client';

import { memo } from 'react';
import type { EdgeProps } from 'reactflow';
import { FlowEdge } from '@/components/bpmn/edge';
import { roundedPath } from '@/components/bpmn/edge-path';
import { EdgeHandles } from '../edit/edge-handles';
import type { FlowLine as Line } from './types';

/** A flow on the canvas: what it looks like, a wide stretch to hit it, and its bends when it is selected. */
export const FlowLine = memo(function FlowLine({ id, data, selected }: EdgeProps<Line>) {
  if (!data) return null;
  const path = roundedPath(data.edge.waypoints);
  return (
    <g data-testid={`flow-${id}`}>
      <path
        d={path}
        fill="none"
        stroke="transparent"
        strokeWidth={data.bare ? 6 : 18}
        vectorEffect={data.bare ? 'non-scaling-stroke' : undefined}
        className="react-flow__edge-interaction"
      />
      {selected && !data.bare && (
        <path
          d={path}
          fill="none"
          stroke="var(--primary)"
          strokeWidth={7}
          strokeOpacity={0.28}
          strokeLinecap="round"
        />
      )}
      {!data.bare && <FlowEdge edge={data.edge} />}
      {selected && data.editable && !data.bare && <EdgeHandles edge={data.edge} />}
    </g>
  );
});
