import { useLayoutEffect, useRef } from 'react';
import type { DiagramView } from '@/components/bpmn';
import { roundedPath } from '@/components/bpmn/edge-path';
import type { InstanceState } from '@/engine/core';
import { GLIDE_MS } from './frames';

interface TokensProps {
  view: DiagramView;
  state: InstanceState | null;
  speed: number;
}

const RADIUS = 8;

/** One dot for each token: gliding along the flow it takes, waiting at its end, then on its element. */
export function Tokens({ view, state, speed }: TokensProps) {
  const counts = holders(state);
  return (
    <g data-testid="tokens">
      {view.nodes.flatMap((node) => {
        const count = counts.get(node.id);
        if (!count) return [];
        return <Dot key={node.id} at={{ x: node.x, y: node.y }} id={node.id} count={count} />;
      })}
      {state?.arrivals.map(({ key, flowId }) => {
        const edge = view.edges.find((each) => each.id === flowId);
        return edge && <Gliding key={key} id={flowId} path={roundedPath(edge.waypoints)} speed={speed} />;
      })}
    </g>
  );
}

/** How many tokens each element holds; a scope's tokens are inside it, and what only listens has none. */
function holders(state: InstanceState | null): ReadonlyMap<string, number> {
  const alive = Object.values(state?.activations ?? {});
  const scopes = new Set(alive.map(({ scopeKey }) => scopeKey));
  const counts = new Map<string, number>();
  for (const { key, elementId, attachedTo } of alive)
    if (attachedTo === undefined && !scopes.has(key)) counts.set(elementId, (counts.get(elementId) ?? 0) + 1);
  return counts;
}

function Dot({ at, id, count }: { at: { x: number; y: number }; id: string; count: number }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`} data-token={id} className="animate-enter">
      <circle r={RADIUS} fill="var(--active)" stroke="var(--surface)" strokeWidth={2} />
      {count > 1 && (
        <text textAnchor="middle" dy="3.5" fontSize="10" fontWeight="600" fill="var(--surface)">
          {count}
        </text>
      )}
    </g>
  );
}

/** Where motion is reduced the dot appears at the end of its way instead. */
function Gliding({ id, path, speed }: { id: string; path: string; speed: number }) {
  const dot = useRef<SVGCircleElement>(null);
  useLayoutEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const frames = still
      ? [{ opacity: 0 }, { opacity: 1 }]
      : [{ offsetDistance: '0%' }, { offsetDistance: '100%' }];
    const duration = still ? 120 : Math.min(GLIDE_MS, GLIDE_MS / speed);
    const running = dot.current?.animate(frames, { duration, easing: 'ease-in-out', fill: 'both' });
    return () => running?.cancel();
  }, [speed]);
  return (
    <circle
      ref={dot}
      r={RADIUS}
      fill="var(--active)"
      stroke="var(--surface)"
      strokeWidth={2}
      data-gliding={id}
      style={{ offsetPath: `path("${path}")`, offsetDistance: '100%', offsetRotate: '0deg' }}
    />
  );
}
