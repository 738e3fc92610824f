import type { ReactNode } from 'react';
import { BADGE_RADIUS, DIFF_TOKEN, type RingedState, STATE_TOKEN } from './geometry';
import { INK, SURFACE } from './paint';
import type { DiffMark, WaitReason } from './types';

const LINE = { fill: 'none', strokeWidth: 1.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const WAIT_ICONS: Record<WaitReason, ReactNode> = {
  person: (
    <>
      <circle cy={-2.3} r={2.2} />
      <path d="M-4.300 4.800c.4-2.800 2-4 4.300-4s3.900 1.200 4.300 4" />
    </>
  ),
  timer: (
    <>
      <circle r={5} />
      <path d="M0-2.800V0l1.900 1.300" />
    </>
  ),
  message: <path d="M-4.800-3.300h9.600v6.600h-9.600zM-4.800-3.300 0 .4l4.800-3.700" />,
  work: <path d="M-3.600 0h.01M0 0h.01M3.600 0h.01" strokeWidth={2.2} />,
};

function icon(state: RingedState, colour: string, reason: WaitReason): ReactNode {
  switch (state) {
    case 'completed':
      return <path d="m-3.900.300 2.700 2.600 5-5.600" />;
    case 'active':
      return <circle r={3.6} fill={colour} stroke="none" />;
    case 'waiting':
      return WAIT_ICONS[reason];
    case 'incident':
      return (
        <>
          <path d="M0-4.600 5.200 4.200H-5.200z" fill={colour} />
          <path d="M0-1.600v2.800M0 2.900v.1" stroke={SURFACE} />
        </>
      );
    case 'cancelled':
      return <path d="m-3-3 6 6M3-3l-6 6" />;
    case 'compensated':
      return <path d="M-.2-3.200v6.400L-4.800 0zM4.600-3.200v6.400L0 0z" fill={colour} />;
  }
}

/** The sign of a state alone, around the origin, about 10 px across. */
export function StateSign(props: { state: RingedState; waitReason?: WaitReason; colour: string }) {
  const { state, waitReason = 'person', colour } = props;
  return (
    <g stroke={colour} {...LINE}>
      {icon(state, colour, waitReason)}
    </g>
  );
}

/** Badge around the origin: a 19 px disc with the state's icon, or how often the element was completed. */
export function StateBadge(props: { state: RingedState; waitReason?: WaitReason; count?: number }) {
  const { state, waitReason = 'person', count = 0 } = props;
  const colour = `var(--${STATE_TOKEN[state]})`;
  const counted = state === 'completed' && count > 1;
  const text = count > 999 ? '999+' : `${count}×`;
  const extra = counted ? Math.max(0, text.length - 2) * 3.2 : 0;
  return (
    <g className="bp-badge" stroke={colour} {...LINE}>
      <rect
        x={-BADGE_RADIUS - extra}
        y={-BADGE_RADIUS}
        width={2 * (BADGE_RADIUS + extra)}
        height={2 * BADGE_RADIUS}
        rx={BADGE_RADIUS}
        fill={SURFACE}
        strokeWidth={1.5}
      />
      {counted ? (
        <text
          y={3.7}
          textAnchor="middle"
          fontSize={10.5}
          fontWeight={600}
          fontFamily="var(--font-sans)"
          fill={INK}
          stroke="none"
        >
          {text}
        </text>
      ) : (
        icon(state, colour, waitReason)
      )}
    </g>
  );
}

const DIFF_PATHS: Record<DiffMark, string> = {
  added: 'M0-4v8M-4 0h8',
  removed: 'M-4 0h8',
  changed: 'M-4.200.9c1.300-2.300 2.700-2.300 4.200-.9s2.900 1.400 4.200-.9',
  moved: 'M-4.600 0h9.200M-2.400-2.400-4.800 0l2.400 2.400M2.400-2.400 4.800 0 2.400 2.400',
};

/** The 19 px square that says how an element or flow differs, around the origin. */
export function DiffBadge({ mark }: { mark: DiffMark }) {
  const token = DIFF_TOKEN[mark];
  return (
    <g className="bp-diff">
      <rect
        x={-9.5}
        y={-9.5}
        width={19}
        height={19}
        rx={4}
        fill={`var(--${token}-bg)`}
        stroke={`var(--${token})`}
        strokeWidth={1.5}
      />
      <path
        d={DIFF_PATHS[mark]}
        fill="none"
        stroke={INK}
        strokeWidth={mark === 'moved' ? 1.5 : 2}
        strokeLinecap="round"
      />
    </g>
  );
}
