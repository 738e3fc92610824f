import { round } from '../geometry';
import { INK, SURFACE } from '../paint';

const TEETH = 8;
/** One tooth, pointing right, relative to the centre. */
const TOOTH = [
  [3.99, -0.96],
  [5.83, -0.88],
  [5.83, 0.88],
  [3.99, 0.96],
] as const;

function gearPath(cx: number, cy: number): string {
  let d = '';
  for (let i = 0; i < TEETH; i++) {
    const angle = (i * 2 * Math.PI) / TEETH;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (const [x, y] of TOOTH) {
      d += `${d === '' ? 'M' : 'L'}${round(cx + x * cos - y * sin)} ${round(cy + x * sin + y * cos)}`;
    }
  }
  return `${d}z`;
}

const BACK = gearPath(-2.2, -2.2);
const FRONT = gearPath(2, 2);

/** The two gears of a service task, centred on the origin, about 16 × 16. */
export function Gears({ thin = 1 }: { thin?: number }) {
  return (
    <g fill={SURFACE} stroke={INK} strokeWidth={thin} strokeLinejoin="round">
      <path d={BACK} />
      <circle cx={-2.2} cy={-2.2} r={1.9} />
      <path d={FRONT} />
      <circle cx={2} cy={2} r={1.9} />
    </g>
  );
}
