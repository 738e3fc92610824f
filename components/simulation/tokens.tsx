import { useLayoutEffect, useRef } from 'react';
import type { DiagramView } from '@/components/bpmn';
import { roundedPath } from '@/components/bpmn/edge-path';
import type { Activation } from '@/engine/core';
import { GLIDE_MS } from './frames';

interface TokensProps {
  view: DiagramView;
  activations: readonly Activation[];
  /** Flows that tokens go along now. */
  moving: readonly string[];
  /** Names the picture: a new one begins its movement anew. */
  picture: number;
  speed: number;
}

const RADIUS = 8;

/** One dot for each token: gliding along the flow it takes, then on its element. */
export function Tokens({ view, activations, moving, picture, speed }: TokensProps) {
  const counts = new Map<string, number>();
  for (const { elementId, attachedTo } of activations)
    if (attachedTo === undefined) counts.set(elementId, (counts.get(elementId) ?? 0) + 1);
  return (
    <g data-testid="tokens">
      {view.nodes.flatMap((node) => {
        const count = counts.get(node.id);
        if (!count || moving.length > 0) return [];
        const { x, y, width } = node.bounds;
        return <Dot key={node.id} at={{ x: x + width, y }} id={node.id} count={count} />;
      })}
      {moving.map((id) => {
        const edge = view.edges.find((each) => each.id === id);
        return (
          edge && (
            <Gliding key={`${id} ${picture}`} id={id} path={roundedPath(edge.waypoints)} speed={speed} />
          )
        );
      })}
    </g>
  );
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
