'use client';

import { lazy, Suspense } from 'react';
import { ViewportPortal } from 'reactflow';
import { FlowEdge } from '@/components/bpmn/edge';
import { ElementSymbol } from '@/components/bpmn/element-symbol';
import { useEditor } from '@/components/designer/store/context';
import { shownDocument } from '@/components/designer/store/editor-store';
import { later } from '@/components/ui/later';
import { boundsOf, waypointsOf } from '@/lib/document';
import { useGesture } from './gesture-store';

// Who drags before the page was idle for the first time sees them a moment later.
const whenIdle = { awaited: () => false };
const Guides = later(() => import('./guides').then((it) => it.Guides), { name: 'The guides', ...whenIdle });
const SpaceOverlay = later(() => import('./space/space-overlay').then((it) => it.SpaceOverlay), {
  name: 'The space tool',
  ...whenIdle,
});

/** Loaded when somebody else is there. */
const Company = lazy(() =>
  import('./others/company').then(
    (m) => ({ default: m.Company }),
    () => ({ default: () => <></> }),
  ),
);

/** Loaded when somebody has commented. */
const Pins = lazy(() =>
  import('./pins/pins').then(
    (m) => ({ default: m.Pins }),
    () => ({ default: () => <></> }),
  ),
);

/**
 * Everything that is drawn over the diagram while something is being done: only the pins of comments and what ends
 * following somebody take the pointer.
 */
export function Overlays() {
  const company = useEditor((state) => state.others.length > 0);
  const talked = useEditor((state) => state.conversations.length > 0);
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
        {talked && (
          <Suspense>
            <Pins />
          </Suspense>
        )}
      </ViewportPortal>
      {company && (
        <Suspense>
          <Company />
        </Suspense>
      )}
      <Guides />
      <SpaceOverlay />
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
