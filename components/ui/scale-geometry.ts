/** The scale runs linearly from 0.50 to 1.00. */
export const SCALE_FROM = 0.5;
export const SCALE_TO = 1;
const STEPS = 50;

export interface ScaleGeometry {
  left: number;
  right: number;
  /** Position of a value; outside values stay at the ends. */
  x: (value: number) => number;
  /** Major ticks every 0.1 (8 px), half ones every 0.05 (6 px), minor every 0.01 (3 px), as one path from y = 24. */
  ticks: string;
  majors: readonly { value: number; x: number }[];
}

/** Ticks and positions for a scale `width` px wide, with 6 px clear at both ends. */
export function scaleGeometry(width: number): ScaleGeometry {
  const left = 6;
  const right = width - 6;
  const x = (value: number) => {
    const t = (Math.min(SCALE_TO, Math.max(SCALE_FROM, value)) - SCALE_FROM) / (SCALE_TO - SCALE_FROM);
    return Math.round((left + t * (right - left)) * 10) / 10;
  };
  let ticks = '';
  const majors: { value: number; x: number }[] = [];
  for (let i = 0; i <= STEPS; i++) {
    const value = SCALE_FROM + (i * (SCALE_TO - SCALE_FROM)) / STEPS;
    const height = i % 10 === 0 ? 8 : i % 5 === 0 ? 6 : 3;
    ticks += `M${x(value)} 24v${height}`;
    if (i % 10 === 0) majors.push({ value, x: x(value) });
  }
  return { left, right, x, ticks, majors };
}
