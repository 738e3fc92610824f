import { memo } from 'react';
import type { Recorded } from '@/engine/core';
import { gapsOf, type Lane, type Mark, marksOf } from '../model/track';

const ROWS: Record<Lane, number> = { people: 10, ai: 28, engine: 46 };
const NAMES: Record<Lane, string> = { people: 'People', ai: 'AI', engine: 'Engine' };
const AXIS = 62;
/** More marks than this can't be told apart; engine ticks are thinned. */
const MANY = 300;

const percent = (x: number): string => `${(x * 100).toFixed(3)}%`;

/** Three lanes of marks over an axis with one step an event; broken where time passed. Decorative: the slider speaks. */
export const Track = memo(function Track({ entries }: { entries: readonly Recorded[] }) {
  const marks = marksOf(entries);
  const thin = Math.ceil(marks.length / MANY);
  return (
    <svg width="100%" height={80} className="block overflow-visible" aria-hidden="true">
      {Object.values(ROWS).map((y) => (
        <line key={y} x1="0" x2="100%" y1={y} y2={y} stroke="var(--line)" />
      ))}
      <line x1="0" x2="100%" y1={AXIS} y2={AXIS} stroke="var(--ink)" strokeWidth={1.5} />
      {marks
        .filter((mark) => mark.lane !== 'engine' || mark.seq % thin === 0)
        .map((mark) => (
          <MarkShape key={mark.seq} mark={mark} />
        ))}
      {gapsOf(entries).map(({ x, words }) => (
        <g key={x}>
          <svg x={percent(x)} y={AXIS} overflow="visible">
            <title>{words}</title>
            <path d="M-5 5l4-10M1 5l4-10" stroke="var(--paper)" strokeWidth={4} />
            <path d="M-5 5l4-10M1 5l4-10" stroke="var(--ink)" strokeWidth={1.2} />
          </svg>
          <text x={percent(x)} y={AXIS + 16} textAnchor="middle" fontSize={10} fill="var(--muted)">
            {words}
          </text>
        </g>
      ))}
    </svg>
  );
});

function MarkShape({ mark }: { mark: Mark }) {
  const x = percent(mark.x);
  const y = ROWS[mark.lane];
  if (mark.lane === 'people') return <circle cx={x} cy={y} r={4} fill="var(--ink)" />;
  if (mark.lane === 'engine')
    return <line x1={x} x2={x} y1={y - 5} y2={y + 5} stroke="var(--ink)" strokeWidth={1.3} />;
  return (
    <svg x={x} y={y} overflow="visible">
      <title>AI</title>
      <path d="M0-5 5 0 0 5-5 0z" fill="var(--ai)" />
    </svg>
  );
}

/** What the lanes hold, beside them. */
export function LaneNames() {
  return (
    <div aria-hidden="true" className="relative w-11 flex-none text-2xs text-muted">
      {(Object.keys(ROWS) as Lane[]).map((lane) => (
        <span key={lane} className="absolute -translate-y-1/2" style={{ top: ROWS[lane] }}>
          {NAMES[lane]}
        </span>
      ))}
    </div>
  );
}
