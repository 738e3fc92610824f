import type { ReactNode } from 'react';

/** Line icons of the drawing tools in a 16 × 16 box, to be shown at 16 to 20 px. Decorative: name the control. */
const GLYPHS = {
  select: <path d="m3.500 2.500 9.200 4.300-4 1.400-1.600 4.100z" />,
  hand: (
    <path d="M5 8.200V4.100a1 1 0 0 1 2 0V3a1 1 0 0 1 2 0v1a1 1 0 0 1 2 0v1.300a1 1 0 0 1 2 0v4.400c0 2.500-1.600 4-4 4-2.200 0-3.100-.9-4.200-2.800L3 8.900c-.4-.8.8-1.600 1.500-.9z" />
  ),
  lasso: (
    <rect x={2.6} y={2.6} width={10.8} height={10.8} strokeDasharray="2.700 2.700" strokeDashoffset={1.35} />
  ),
  space: (
    <path d="M8 2.200v11.600M2.500 8h3.300M10.200 8h3.300M4.300 5.800 2.200 8l2.100 2.200M11.700 5.800 13.800 8l-2.100 2.200" />
  ),
  connect: (
    <>
      <circle cx={3.4} cy={12.6} r={1.5} />
      <path d="M3.400 11V5.200h9M10 2.600l2.600 2.600L10 7.800" />
    </>
  ),
  start: <circle cx={8} cy={8} r={5.4} />,
  intermediate: (
    <>
      <circle cx={8} cy={8} r={5.8} />
      <circle cx={8} cy={8} r={3.7} />
    </>
  ),
  end: <circle cx={8} cy={8} r={5} strokeWidth={2.8} />,
  gateway: (
    <>
      <path d="M8 1.800 14.200 8 8 14.200 1.800 8z" />
      <path d="m6 6 4 4M10 6l-4 4" />
    </>
  ),
  task: <rect x={2} y={3.7} width={12} height={8.6} rx={1.8} />,
  aiCall: (
    <>
      <rect x={1.8} y={3.5} width={12.4} height={9} rx={1.8} />
      <path
        d="M7.600 5.200c.25 1.700.85 2.400 2.600 2.700-1.750.3-2.350 1-2.600 2.700-.25-1.700-.85-2.400-2.600-2.700 1.750-.3 2.350-1 2.600-2.700z"
        fill="var(--ai)"
        stroke="none"
      />
    </>
  ),
  approval: (
    <path d="M6.300 8.200c.6-1 .2-1.900-.2-2.700a2.050 2.050 0 1 1 3.800 0c-.4.8-.8 1.700-.2 2.700h2.500c.6 0 1 .4 1 1v2H2.800v-2c0-.6.4-1 1-1zM3 13.600h10" />
  ),
  subprocess: (
    <>
      <rect x={2} y={3} width={12} height={10} rx={1.8} />
      <path d="M8 8.400v3M6.500 9.900h3" />
    </>
  ),
  pool: (
    <>
      <rect x={1.8} y={3.5} width={12.4} height={9} />
      <path d="M4.800 3.500v9M4.800 8h9.400" />
    </>
  ),
  data: (
    <>
      <path d="M4 2.200h5.600L12 4.600v9.200H4z" />
      <path d="M9.600 2.200v2.400H12" />
    </>
  ),
  dataStore: (
    <>
      <ellipse cx={8} cy={4} rx={5} ry={1.8} />
      <path d="M3 4v8c0 1 2.200 1.800 5 1.800s5-.8 5-1.800V4M3 6.600c0 1 2.200 1.800 5 1.800s5-.8 5-1.800" />
    </>
  ),
  group: <rect x={2.2} y={3} width={11.6} height={10} rx={2} strokeDasharray="3 1.700 .6 1.700" />,
  note: (
    <>
      <path d="M7 2.600H3.400v10.800H7" />
      <path d="M6 6h7M6 8.400h7M6 10.800h4" />
    </>
  ),
  comment: (
    <>
      <path d="M2.500 3h11v7.600H8.200L5.400 13.400v-2.800H2.500z" />
      <path d="M5 5.800h6M5 8h4" />
    </>
  ),
  more: <path d="M3.600 8h.1M8 8h.1M12.400 8h.1" strokeWidth={2.2} />,
  callActivity: <rect x={2.4} y={4} width={11.2} height={8} rx={1.8} strokeWidth={2.4} />,
  morph: (
    <path d="M3 5.500h9.500M10.200 3l2.500 2.500L10.200 8M13 10.500H3.500M5.800 8l-2.500 2.500L5.800 13" />
  ),
} satisfies Record<string, ReactNode>;

export type BpmnIconName = keyof typeof GLYPHS;

/** All icon names, e.g. for a reference sheet. */
export const BPMN_ICON_NAMES = Object.keys(GLYPHS) as BpmnIconName[];

/** A drawing-tool icon. `size` in pixels, 16 to 20. */
export function BpmnIcon({
  name,
  size = 18,
  className,
}: {
  name: BpmnIconName;
  size?: number;
  className?: string;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
      style={{ flex: 'none' }}
    >
      {GLYPHS[name]}
    </svg>
  );
}
