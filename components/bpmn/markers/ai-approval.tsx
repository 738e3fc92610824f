import { AI, INK, SURFACE } from '../paint';

/** Two four-pointed stars in a 16 × 16 box. Violet stands for AI and nothing else, always beside a word or number. */
export function Sparkle({ color = AI }: { color?: string }) {
  return (
    <g fill={color}>
      <path d="M7.200 1.500c.5 3.500 1.700 5 5.200 5.700-3.500.7-4.700 2.200-5.200 5.700-.5-3.500-1.700-5-5.200-5.700 3.500-.7 4.700-2.200 5.200-5.700z" />
      <path d="M13 9.800c.2 1.500.8 2.200 2.300 2.500-1.500.3-2.100 1-2.300 2.500-.2-1.500-.8-2.200-2.300-2.500 1.500-.3 2.100-1 2.300-2.500z" />
    </g>
  );
}

/** The stamp of an approval in a 16 × 16 box: what is stamped was countersigned by a person. */
export function Stamp({ thin = 1.2 }: { thin?: number }) {
  return (
    <g fill={SURFACE} stroke={INK} strokeWidth={thin} strokeLinejoin="round" strokeLinecap="round">
      <path d="M6.200 8.300c.7-1.100.3-2-.1-2.900a2.100 2.100 0 1 1 3.800 0c-.4.9-.8 1.800-.1 2.900h2.600c.7 0 1.100.4 1.100 1.100v1.800H2.500V9.400c0-.7.4-1.100 1.100-1.100z" />
      <path d="M2.800 13.600h10.400" />
    </g>
  );
}
