'use client';

import { memo } from 'react';
import { relativeLabelBounds } from '@/components/bpmn/bounds';
import { FlowEdge } from '@/components/bpmn/edge';
import { EdgeLabel } from '@/components/bpmn/edge-label';
import { roundedPath } from '@/components/bpmn/edge-path';
import { ElementSymbol } from '@/components/bpmn/element-symbol';
import { isContainer, paintOrder } from '@/components/bpmn/layers';
import type { DiagramEdge, DiagramNode, DiagramView } from '@/components/bpmn/types';

interface DrawingProps {
  view: DiagramView;
  selected: string | null;
}

/** A whole drawing with marks. Panning only moves it, so it is drawn again when its content changes and no sooner. */
export const Drawing = memo(function Drawing({ view, selected }: DrawingProps) {
  const nodes = paintOrder(view.nodes);
  return (
    <>
      {nodes.filter(isContainer).map((node) => (
        <Node key={keyOf(node)} node={node} selected={node.id === selected} />
      ))}
      {view.edges.map((edge) => (
        <Edge key={keyOf(edge)} edge={edge} selected={edge.id === selected} />
      ))}
      {nodes
        .filter((node) => !isContainer(node))
        .map((node) => (
          <Node key={keyOf(node)} node={node} selected={node.id === selected} />
        ))}
      {view.edges.map((edge) => (
        <EdgeLabel key={keyOf(edge)} edge={edge} />
      ))}
    </>
  );
});

const keyOf = ({ id, diff }: { id: string; diff?: string }): string => `${id} ${diff ?? ''}`;

const Node = memo(function Node({ node, selected }: { node: DiagramNode; selected: boolean }) {
  return (
    <g transform={`translate(${node.x} ${node.y})`} data-id={node.id} data-diff={node.diff}>
      <ElementSymbol
        spec={node.spec}
        label={node.label}
        labelBounds={relativeLabelBounds(node)}
        diff={node.diff}
        selected={selected}
      />
    </g>
  );
});

const Edge = memo(function Edge({ edge, selected }: { edge: DiagramEdge; selected: boolean }) {
  const path = roundedPath(edge.waypoints);
  return (
    <g data-id={edge.id} data-diff={edge.diff}>
      {/* Something wide to hit, and the selection under the line. */}
      <path
        d={path}
        fill="none"
        stroke={selected ? 'var(--primary)' : 'transparent'}
        strokeWidth={selected ? 7 : 14}
        strokeOpacity={0.28}
        pointerEvents="stroke"
      />
      <FlowEdge edge={edge} labels={false} />
    </g>
  );
});
