'use client';

import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import { relativeLabelBounds } from '@/components/bpmn/bounds';
import { ElementSymbol } from '@/components/bpmn/element-symbol';
import { BAND } from '@/components/bpmn/geometry';
import { isContainer } from '@/components/bpmn/layers';
import type { DiagramNode } from '@/components/bpmn/types';
import type { FlowNode } from './types';

/** Width of the stretch along a container's border that takes the pointer. */
const GRIP = 12;

/** One element on the canvas: its symbol, and for containers the strips that can be grabbed. */
export const ElementNode = memo(function ElementNode({ data, selected }: NodeProps<FlowNode>) {
  const { node, problems } = data;
  const { width, height } = node.spec;
  return (
    <>
      {/* React Flow measures these; lines are drawn from the document and don't use them. */}
      <Handle type="source" position={Position.Right} isConnectable={false} className="invisible" />
      <Handle type="target" position={Position.Left} isConnectable={false} className="invisible" />
      <svg
        width={width}
        height={height}
        className="pointer-events-none block overflow-visible"
        aria-hidden="true"
        data-element={node.id}
        data-state={node.state}
      >
        <ElementSymbol
          spec={node.spec}
          label={node.label}
          labelBounds={relativeLabelBounds(node)}
          state={node.state}
          waitReason={node.waitReason}
          count={node.count}
          diff={node.diff}
          selected={selected}
        />
        {isContainer(node) && <Grips node={node} />}
      </svg>
      {problems && <ProblemMark level={problems} />}
    </>
  );
});

/** The border and the name band of a container. */
function Grips({ node }: { node: DiagramNode }) {
  const { width, height, shape, horizontal } = node.spec;
  const band = shape === 'pool' || shape === 'lane';
  const name =
    shape === 'subprocess'
      ? { width, height: 28 }
      : horizontal === false
        ? { width, height: BAND }
        : { width: BAND, height };
  return (
    <g fill="none" stroke="transparent" style={{ pointerEvents: 'all', cursor: 'move' }}>
      <rect width={width} height={height} strokeWidth={GRIP} style={{ pointerEvents: 'stroke' }} />
      {(band || shape === 'subprocess') && <rect {...name} fill="transparent" stroke="none" />}
    </g>
  );
}

function ProblemMark({ level }: { level: 'error' | 'warning' }) {
  return (
    <span
      className="pointer-events-none absolute -right-2.5 -top-2.5 grid size-5 place-items-center rounded-full bg-surface shadow-card"
      data-problem={level}
    >
      <TriangleAlert
        size={13}
        aria-hidden="true"
        className={level === 'error' ? 'fill-incident stroke-surface' : 'stroke-wait'}
      />
    </span>
  );
}
