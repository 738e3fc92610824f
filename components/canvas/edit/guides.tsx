'use client';

import { useViewport } from 'reactflow';
import type { Guide } from '@/lib/editing';
import { useGesture } from './gesture-store';

/** Lines through the whole canvas where something dragged is aligned, and the gaps it makes equal. */
export function Guides() {
  const guides = useGesture((state) => state.guides);
  return guides.length === 0 ? null : <Shown guides={guides} />;
}

function Shown({ guides }: { guides: readonly Guide[] }) {
  const view = useViewport();
  return (
    <svg
      className="pointer-events-none absolute inset-0 z-10 size-full"
      aria-hidden="true"
      data-testid="guides"
    >
      {guides.map((guide, i) =>
        guide.kind === 'line' ? (
          <Line
            key={`${guide.axis}${guide.at}`}
            guide={guide}
            view={view}
            flagged={guides.findIndex((each) => each.kind === 'line' && each.axis === guide.axis) === i}
          />
        ) : (
          <Gaps key={`${guide.axis}gap`} guide={guide} view={view} />
        ),
      )}
    </svg>
  );
}

interface View {
  x: number;
  y: number;
  zoom: number;
}

interface LineProps {
  guide: Extract<Guide, { kind: 'line' }>;
  view: View;
  /** Whether it carries its coordinate; one line of each direction does. */
  flagged: boolean;
}

function Line({ guide, view, flagged }: LineProps) {
  const upright = guide.axis === 'x';
  const at = guide.at * view.zoom + (upright ? view.x : view.y);
  const ends = [guide.from, guide.to].map((end) => end * view.zoom + (upright ? view.y : view.x));
  return (
    <g>
      <line
        {...(upright ? { x1: at, x2: at, y1: 0, y2: '100%' } : { y1: at, y2: at, x1: 0, x2: '100%' })}
        stroke="var(--primary)"
        strokeWidth={1}
      />
      {ends.map((end) => (
        <rect
          key={end}
          x={(upright ? at : end) - 3}
          y={(upright ? end : at) - 3}
          width={6}
          height={6}
          fill="var(--primary)"
        />
      ))}
      {flagged && (
        <Flag
          text={`${guide.axis} ${Math.round(guide.at)}`}
          x={upright ? at + 6 : 26}
          y={upright ? 26 : at - 24}
        />
      )}
    </g>
  );
}

/** Equal gaps: a measured line in each, with its length. */
function Gaps({ guide, view }: { guide: Extract<Guide, { kind: 'gap' }>; view: View }) {
  const level = guide.axis === 'x';
  return (
    <g data-testid="equal-gap">
      {guide.gaps.map(({ start, end, across }) => {
        const [a, b] = [start, end].map((p) => p * view.zoom + (level ? view.x : view.y)) as [number, number];
        const c = across * view.zoom + (level ? view.y : view.x);
        const point = (along: number, off: number) => (level ? `${along} ${c + off}` : `${c + off} ${along}`);
        const middle = (a + b) / 2;
        return (
          <g key={start}>
            <path
              d={`M${point(a, 0)}L${point(b, 0)}M${point(a, -5)}L${point(a, 5)}M${point(b, -5)}L${point(b, 5)}`}
              fill="none"
              stroke="var(--primary)"
              strokeWidth={1.5}
            />
            <Flag
              text={String(Math.round(guide.size))}
              x={level ? middle : c + 8}
              y={level ? c + 8 : middle - 9}
              centred={level}
            />
          </g>
        );
      })}
    </g>
  );
}

function Flag({ text, x, y, centred = false }: { text: string; x: number; y: number; centred?: boolean }) {
  const width = text.length * 6.4 + 10;
  return (
    <g transform={`translate(${centred ? x - width / 2 : x} ${y})`}>
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
  );
}
