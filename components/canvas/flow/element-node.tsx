'use client';

import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { relativeLabelBounds } from '@/components/bpmn/bounds';
import { ElementSymbol } from '@/components/bpmn/element-symbol';
import { BAND } from '@/components/bpmn/geometry';
import { isContainer } from '@/components/bpmn/layers';
import type { DiagramNode } from '@/components/bpmn/types';
import type { FlowNode, Marked } from './types';

/** Width of the stretch along a container's border that takes the pointer. */
const GRIP = 12;
/** The same where the drawing is so small that it is a picture. */
const FAR_GRIP = 40;

/**
 * One element on the canvas: its symbol, unless the picture below shows it, and for containers the strips
 * that can be grabbed. Flows are drawn from the document, so there are no handles for React Flow to measure.
 */
export const ElementNode = memo(function ElementNode({ data, selected }: NodeProps<FlowNode>) {
  const { node, problems, bare } = data;
  const { width, height } = node.spec;
  return (
    <>
      <svg
        width={width}
        height={height}
        className="pointer-events-none block overflow-visible"
        aria-hidden="true"
        data-element={node.id}
        data-state={node.state}
      >
        {!bare && (
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
        )}
        {isContainer(node) && <Grips node={node} bare={bare} />}
      </svg>
      {problems && !bare && <ProblemMark level={problems} />}
    </>
  );
});

/** The border and the name band of a container. */
function Grips({ node, bare }: { node: DiagramNode; bare: boolean }) {
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
      <rect
        width={width}
        height={height}
        strokeWidth={bare ? FAR_GRIP : GRIP}
        style={{ pointerEvents: 'stroke' }}
      />
      {(band || shape === 'subprocess') && <rect {...name} fill="transparent" stroke="none" />}
    </g>
  );
}

function ProblemMark({ level }: { level: Marked }) {
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
