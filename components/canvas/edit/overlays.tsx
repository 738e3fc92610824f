'use client';

import { useViewport, ViewportPortal } from 'reactflow';
import { FlowEdge } from '@/components/bpmn/edge';
import { ElementSymbol } from '@/components/bpmn/element-symbol';
import { useEditor } from '@/components/designer/store/context';
import { shownDocument } from '@/components/designer/store/editor-store';
import { boundsOf, waypointsOf } from '@/lib/document';
import { type Guide, useGesture } from './gesture-store';

/** Everything that is drawn over the diagram while something is being done: nothing of it takes the pointer. */
export function Overlays() {
  return (
    <>
      <ViewportPortal>
        <svg
          className="pointer-events-none absolute left-0 top-0 size-px overflow-visible"
          style={{ zIndex: 1000 }}
          aria-hidden="true"
        >
          <TargetOutline />
          <GhostShape />
          <ConnectingLine />
        </svg>
      </ViewportPortal>
      <Guides />
    </>
  );
}

function GhostShape() {
  const ghost = useGesture((state) => state.ghost);
  if (!ghost) return null;
  return (
    <g opacity={0.75} data-testid="ghost">
      {ghost.line && <FlowEdge edge={{ id: 'ghost', kind: 'sequence', waypoints: ghost.line }} ghost />}
      <g transform={`translate(${ghost.at.x} ${ghost.at.y})`}>
        <ElementSymbol spec={ghost.spec} ghost labels="none" />
      </g>
    </g>
  );
}

/** The border, flow or container that would take what is being dragged. */
function TargetOutline() {
  const target = useGesture((state) => state.target);
  const document = useEditor(shownDocument);
  if (!target || target.kind === 'into') return null;
  if (target.kind === 'flow') {
    const points = waypointsOf(document, target.flow);
    return (
      <path
        d={points.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x} ${p.y}`).join('')}
        fill="none"
        stroke="var(--primary)"
        strokeWidth={8}
        strokeOpacity={0.3}
      />
    );
  }
  const b = boundsOf(document, target.host);
  return b ? (
    <rect
      x={b.x - 4}
      y={b.y - 4}
      width={b.width + 8}
      height={b.height + 8}
      rx={13}
      fill="none"
      stroke="var(--primary)"
      strokeWidth={2.5}
      data-testid="attach-target"
    />
  ) : null;
}

function ConnectingLine() {
  const connecting = useGesture((state) => state.connecting);
  const document = useEditor(shownDocument);
  if (!connecting) return null;
  const b = connecting.target ? boundsOf(document, connecting.target) : undefined;
  const colour = connecting.refused ? 'var(--incident)' : 'var(--primary)';
  return (
    <g data-testid="connecting">
      {b && (
        <rect
          x={b.x - 5}
          y={b.y - 5}
          width={b.width + 10}
          height={b.height + 10}
          rx={12}
          fill="none"
          stroke={colour}
          strokeWidth={2}
          strokeDasharray={connecting.refused ? '4 3' : undefined}
        />
      )}
      {connecting.line.length > 1 && (
        <FlowEdge edge={{ id: 'connecting', kind: 'sequence', waypoints: connecting.line }} ghost />
      )}
    </g>
  );
}

/** Alignment lines through the whole canvas, with the coordinate in a flag. */
function Guides() {
  const guides = useGesture((state) => state.guides);
  const { x, y, zoom } = useViewport();
  if (guides.length === 0) return null;
  return (
    <svg
      className="pointer-events-none absolute inset-0 z-10 size-full"
      aria-hidden="true"
      data-testid="guides"
    >
      {guides.map((guide) => (
        <GuideLine
          key={guide.axis}
          guide={guide}
          at={guide.axis === 'x' ? guide.at * zoom + x : guide.at * zoom + y}
          offset={{ x, y }}
          zoom={zoom}
        />
      ))}
    </svg>
  );
}

function GuideLine({
  guide,
  at,
  offset,
  zoom,
}: {
  guide: Guide;
  at: number;
  offset: { x: number; y: number };
  zoom: number;
}) {
  const upright = guide.axis === 'x';
  const text = `${guide.axis} ${Math.round(guide.at)}`;
  const width = text.length * 6.4 + 10;
  const edges = guide.bounds.flatMap((b) =>
    upright
      ? [b.y * zoom + offset.y, (b.y + b.height) * zoom + offset.y]
      : [b.x * zoom + offset.x, (b.x + b.width) * zoom + offset.x],
  );
  return (
    <g>
      <line
        {...(upright ? { x1: at, x2: at, y1: 0, y2: '100%' } : { y1: at, y2: at, x1: 0, x2: '100%' })}
        stroke="var(--primary)"
        strokeWidth={1}
      />
      {edges.map((edge) => (
        <rect
          key={edge}
          x={(upright ? at : edge) - 3}
          y={(upright ? edge : at) - 3}
          width={6}
          height={6}
          fill="var(--primary)"
        />
      ))}
      <g transform={upright ? `translate(${at + 6} 26)` : `translate(26 ${at - 24})`}>
        <rect width={width} height={18} rx={3} fill="var(--primary)" />
        <text
          x={5}
          y={13}
          fontSize={10.5}
          fontWeight={500}
          fontFamily="var(--font-mono)"
          fill="var(--on-primary)"
        >
          {text}
        </text>
      </g>
    </g>
  );
}
