import type { ReactNode } from 'react';
import { INK, MARKER, SURFACE } from '../paint';
import type { SymbolMarker } from '../types';
import { Stamp } from './ai-approval';

/** What stands at the foot of an activity, left to right. */
export type FootMarker =
  | 'stamp'
  | 'collapsed'
  | 'loop'
  | 'miParallel'
  | 'miSequential'
  | 'compensation'
  | 'adHoc';

const BOX = 14;
const GAP = 5;

const GLYPHS: Record<Exclude<FootMarker, 'stamp'>, ReactNode> = {
  collapsed: (
    <>
      <rect width={BOX} height={BOX} fill={SURFACE} />
      <path d="M7 3.400v7.200M3.400 7h7.200" strokeWidth={1.4} />
    </>
  ),
  loop: (
    <>
      <path d="M4.300 12.300A6 6 0 1 1 9.300 12.500" strokeWidth={1.4} />
      <path d="M1.400 12.600 4.500 12.400 4.600 9.300" strokeWidth={1.4} />
    </>
  ),
  miParallel: <path d="M3 1.500v11M7 1.500v11M11 1.500v11" strokeWidth={2} strokeLinecap="butt" />,
  miSequential: <path d="M1.500 3h11M1.500 7h11M1.500 11h11" strokeWidth={2} strokeLinecap="butt" />,
  compensation: <path d="M7 2.200v9.600L.8 7zM13.200 2.200v9.600L7 7z" fill={SURFACE} />,
  adHoc: (
    <path
      fill={INK}
      strokeWidth={0.6}
      d="M1 9.200c.6-3.900 3.200-4.900 5.700-2.900 2.200 1.800 4.400 1.500 6.300-1.500-.6 4-3.400 5.400-5.900 3.400C5 6.500 3 6.700 1 9.200z"
    />
  ),
};

const ORDER: readonly SymbolMarker[] = ['loop', 'miParallel', 'miSequential', 'compensation', 'adHoc'];

/** The foot markers of an activity in the order of the standard: own stamp, loop kinds, compensation, tilde, plus. */
export function footMarkers(options: {
  markers?: readonly SymbolMarker[];
  approval?: boolean;
  collapsed?: boolean;
}): FootMarker[] {
  const drawn = ORDER.filter((m) => options.markers?.includes(m)) as FootMarker[];
  return [
    ...(options.approval ? (['stamp'] as const) : []),
    ...drawn,
    ...(options.collapsed ? (['collapsed'] as const) : []),
  ];
}

/** Foot markers in a row, centred on `x`, 3.5 px above the border at `bottom` (the stamp 1.5 px). */
export function FootMarkers({
  markers,
  x,
  bottom,
}: {
  markers: readonly FootMarker[];
  x: number;
  bottom: number;
}) {
  const width = markers.length * BOX + (markers.length - 1) * GAP;
  return markers.map((marker, i) => {
    const left = x - width / 2 + i * (BOX + GAP);
    if (marker === 'stamp') {
      return (
        <g key={marker} transform={`translate(${left - 1} ${bottom - 17.5})`}>
          <Stamp />
        </g>
      );
    }
    return (
      <g key={marker} {...MARKER} transform={`translate(${left} ${bottom - BOX - 3.5})`}>
        {GLYPHS[marker]}
      </g>
    );
  });
}
