import { memo } from 'react';
import { DiffBadge } from './badge';
import { EdgeLabel } from './edge-label';
import {
  conditionalDiamondPath,
  defaultSlashPath,
  distinct,
  MESSAGE_RADIUS,
  messageStart,
  openTipPath,
  roundedPath,
  TIP,
  TIP_TAKEN,
  tipPath,
} from './edge-path';
import { DIFF_TOKEN } from './geometry';
import { INK, SURFACE } from './paint';
import type { DiagramEdge, Point } from './types';

interface Line {
  width: number;
  dash?: string;
  cap?: 'round';
}

function lineOf(edge: DiagramEdge, ghost: boolean): Line {
  if (edge.diff === 'removed') return { width: 1.5, dash: '6 4' };
  if (edge.kind === 'association' || edge.kind === 'data')
    return { width: 1.8, dash: '1.200 4', cap: 'round' };
  if (edge.kind === 'message') return { width: 1.5, dash: '8 5' };
  if (ghost) return { width: 1.5, dash: '5 3.500' };
  return { width: edge.taken || edge.diff === 'added' ? 2.5 : 1.5 };
}

function Ends({ edge, points, colour }: { edge: DiagramEdge; points: Point[]; colour: string }) {
  const [first, second] = [points[0] as Point, points[1] as Point];
  const [prior, last] = [points[points.length - 2] as Point, points[points.length - 1] as Point];
  const open = {
    fill: 'none',
    stroke: colour,
    strokeWidth: 1.3,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  switch (edge.kind) {
    case 'sequence':
      return (
        <>
          <path className="bp-tip" d={tipPath(prior, last, edge.taken ? TIP_TAKEN : TIP)} fill={colour} />
          {edge.default && (
            <path d={defaultSlashPath(first, second)} stroke={colour} strokeWidth={1.5} fill="none" />
          )}
          {edge.conditional && (
            <path
              d={conditionalDiamondPath(first, second)}
              stroke={colour}
              strokeWidth={1.3}
              fill={SURFACE}
            />
          )}
        </>
      );
    case 'message':
      return (
        <>
          <circle
            {...messageStart(first, second)}
            r={MESSAGE_RADIUS}
            fill={SURFACE}
            stroke={colour}
            strokeWidth={1.3}
          />
          <path
            className="bp-tip"
            d={tipPath(prior, last, TIP)}
            fill={SURFACE}
            stroke={colour}
            strokeWidth={1.3}
            strokeLinejoin="round"
          />
        </>
      );
    default: {
      const direction = edge.direction ?? (edge.kind === 'data' ? 'one' : 'none');
      return (
        <>
          {direction !== 'none' && <path d={openTipPath(prior, last, TIP)} {...open} />}
          {direction === 'both' && <path d={openTipPath(second, first, TIP)} {...open} />}
        </>
      );
    }
  }
}

/** How far the line stops before the tip, so that it neither pokes through nor shows inside an empty head. */
function shortening(edge: DiagramEdge): number {
  if (edge.kind === 'sequence') return edge.taken ? TIP_TAKEN.length - 4 : TIP.length - 2.5;
  return edge.kind === 'message' ? TIP.length : 0;
}

export interface FlowEdgeProps {
  edge: DiagramEdge;
  /** Default `true`. */
  labels?: boolean;
  /** A proposal that nobody has accepted yet: dashed. */
  ghost?: boolean;
}

/** A flow or association with its tip, marks and label, in diagram coordinates. */
export const FlowEdge = memo(function FlowEdge({ edge, labels = true, ghost = false }: FlowEdgeProps) {
  const points = distinct(edge.waypoints);
  if (points.length < 2) return null;
  const line = lineOf(edge, ghost);
  const colour =
    edge.diff && edge.diff !== 'changed' ? `var(--${DIFF_TOKEN[edge.diff]})` : (edge.colours?.stroke ?? INK);
  const faint = edge.taken === false;
  const middle = points[Math.floor(points.length / 2)] as Point;
  const beforeMiddle = points[Math.floor(points.length / 2) - 1] as Point;
  return (
    <g className="bp-edge" data-kind={edge.kind}>
      <g className="bp-g" opacity={faint ? 0.4 : undefined}>
        <path
          className="bp-flow"
          d={roundedPath(points, shortening(edge))}
          fill="none"
          stroke={colour}
          strokeWidth={line.width}
          strokeDasharray={line.dash}
          strokeLinecap={line.cap}
        />
        <Ends edge={edge} points={points} colour={colour} />
      </g>
      {labels && edge.label && <EdgeLabel edge={edge} />}
      {edge.diff && (
        <g transform={`translate(${(middle.x + beforeMiddle.x) / 2} ${(middle.y + beforeMiddle.y) / 2})`}>
          <DiffBadge mark={edge.diff} />
        </g>
      )}
    </g>
  );
});
