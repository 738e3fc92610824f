import type { ReactNode } from 'react';
import { INK, MARKER, SURFACE } from '../paint';
import type { EventTrigger } from '../types';

/** A regular pentagon standing on its side, around the origin. */
export function pentagon(r: number): string {
  const points = [0, 1, 2, 3, 4].map((i) => {
    const a = -Math.PI / 2 + (i * 2 * Math.PI) / 5;
    return `${Math.round(r * Math.cos(a) * 100) / 100} ${Math.round(r * Math.sin(a) * 100) / 100}`;
  });
  return `M${points.join('L')}z`;
}

/** A plus as an outline: arms of `reach`, `half` of their thickness. */
export function plusOutline(reach: number, half: number): string {
  return `M${-half} ${-reach}H${half}V${-half}H${reach}V${half}H${half}V${reach}H${-half}V${half}H${-reach}V${-half}H${-half}z`;
}

/** Triggers that are one closed outline: empty when caught, filled when thrown (BPMN 2.0 §10.5.5). */
const OUTLINES: Partial<Record<EventTrigger, string>> = {
  error: 'M-8 7l4.500-13 5 6.500 5.500-8-4 14-5.500-6z',
  escalation: 'M0-9.500 7 8 0 1.800-7 8z',
  cancel:
    'M-8-5.200-5.200-8 0-2.800 5.200-8 8-5.200 2.800 0 8 5.200 5.200 8 0 2.800-5.200 8-8 5.200-2.800 0z',
  compensation: 'M-.4-6.200V6.200L-9 0zM8.200-6.200V6.200L-.4 0z',
  link: 'M-8.500-3.600H1.800V-7.800L9 0 1.800 7.800V3.600H-8.500z',
  signal: 'M0-9 8.600 6.200H-8.600z',
  multiple: pentagon(9.6),
  parallelMultiple: plusOutline(9.2, 2.9),
};

const clock = (
  <g {...MARKER}>
    <circle r={9.6} fill={SURFACE} />
    <path strokeWidth={0.8} d="M7.400 0h2.200M0 7.400v2.200M-7.400 0h-2.200M0-7.400v-2.200" />
    <path
      strokeWidth={0.8}
      d="M6.400-3.700l.9-.5M6.400 3.700l.9.5M-6.400-3.700l-.9-.5M-6.400 3.700l-.9.5M3.700-6.400l.5-.9M3.700 6.400l.5.9M-3.700-6.400l-.5-.9M-3.700 6.400l-.5.9"
    />
    <path d="M2.400-6.910 0 0l5.950.4" />
  </g>
);

const page = (
  <g {...MARKER}>
    <rect x={-7} y={-8.5} width={14} height={17} fill={SURFACE} />
    <path d="M-4.500-5h9M-4.500-1.700h9M-4.500 1.700h9M-4.500 5h9" />
  </g>
);

function Envelope({ filled }: { filled: boolean }) {
  return (
    <g {...MARKER}>
      <rect x={-9} y={-6} width={18} height={12} fill={filled ? INK : SURFACE} />
      <path d="M-9-6 0 .6 9-6" stroke={filled ? SURFACE : INK} strokeWidth={filled ? 1.3 : 1.15} />
    </g>
  );
}

/** The trigger in an event of radius 18, centred on the origin. `thrown` fills it. */
export function EventTriggerMarker({
  trigger,
  thrown,
}: {
  trigger: EventTrigger;
  thrown: boolean;
}): ReactNode {
  if (trigger === 'none') return null;
  if (trigger === 'message') return <Envelope filled={thrown} />;
  if (trigger === 'timer') return clock;
  if (trigger === 'conditional') return page;
  if (trigger === 'terminate') return <circle r={10} fill={INK} />;
  return <path {...MARKER} d={OUTLINES[trigger]} fill={thrown ? INK : SURFACE} />;
}
