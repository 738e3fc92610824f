import type { Bounds, Point } from '@/lib/document';

/** What a shape is pulled by: corners and sides, by the points of the compass. */
export const GRIPS = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Grip = (typeof GRIPS)[number];

/** Where a grip is, as fractions of width and height. */
export function gripAt(grip: Grip): Point {
  const x = grip.endsWith('w') ? 0 : grip.endsWith('e') ? 1 : 0.5;
  const y = grip.startsWith('n') ? 0 : grip.startsWith('s') ? 1 : 0.5;
  return { x, y };
}

interface Keys {
  /** Shift: width and height keep their relation. */
  proportional?: boolean;
  /** Ctrl: the middle stays where it is. */
  centred?: boolean;
}

const LEAST = { width: 50, height: 30 };

/** The rectangle after a grip was pulled to a point. */
export function pulled(b: Bounds, grip: Grip, to: Point, keys: Keys = {}): Bounds {
  const at = gripAt(grip);
  const spread = keys.centred ? 2 : 1;
  const dx = at.x === 0.5 ? 0 : (to.x - (b.x + at.x * b.width)) * (at.x === 1 ? 1 : -1) * spread;
  const dy = at.y === 0.5 ? 0 : (to.y - (b.y + at.y * b.height)) * (at.y === 1 ? 1 : -1) * spread;
  let width = Math.max(LEAST.width, b.width + dx);
  let height = Math.max(LEAST.height, b.height + dy);
  if (keys.proportional && at.x !== 0.5 && at.y !== 0.5) {
    const scale = Math.max(width / b.width, height / b.height);
    width = Math.round(b.width * scale);
    height = Math.round(b.height * scale);
  }
  const share = (fraction: number) => (keys.centred ? 0.5 : 1 - fraction);
  return {
    x: b.x + (b.width - width) * (at.x === 0.5 ? 0 : share(at.x)),
    y: b.y + (b.height - height) * (at.y === 0.5 ? 0 : share(at.y)),
    width,
    height,
  };
}
