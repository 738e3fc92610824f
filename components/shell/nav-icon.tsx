import type { ReactNode } from 'react';

const GLYPHS = {
  home: <path d="M2.500 7.200 8 2.700l5.500 4.500v6.100h-11zM6.300 13.300V9.400h3.400v3.900" />,
  processes: (
    <>
      <circle cx={3.2} cy={8} r={1.7} />
      <rect x={7} y={5.6} width={5} height={4.8} rx={1} />
      <path d="M4.900 8H7M12 8h2.500M13 6.400 14.600 8 13 9.600" />
    </>
  ),
  instances: (
    <>
      <circle cx={8} cy={8} r={5.8} />
      <path d="M6.700 5.600v4.800L10.600 8z" />
    </>
  ),
  inbox: <path d="M2.300 9 4 3.200h8L13.700 9v3.800H2.300zM2.300 9h3.200l.9 1.700h3.200l.9-1.700h3.200" />,
  audit: (
    <path d="M3.200 2.500h7.300l2.300 2.300v8.700H3.200zM5.600 6.300h4.800M5.600 8.700h4.800M5.600 11.100h2.600" />
  ),
  settings: (
    <>
      <path d="M2.500 4.600h6.200M11.700 4.600h1.800M2.500 11.400h1.800M7.300 11.400h6.200" />
      <circle cx={10.2} cy={4.6} r={1.5} />
      <circle cx={5.8} cy={11.4} r={1.5} />
    </>
  ),
  search: (
    <>
      <circle cx={7} cy={7} r={4.3} />
      <path d="m10.300 10.300 3.400 3.400" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type NavIconName = keyof typeof GLYPHS;

export function NavIcon({ name, size = 18 }: { name: NavIconName; size?: number }) {
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
      className="flex-none"
    >
      {GLYPHS[name]}
    </svg>
  );
}
