import type { DiffMark, ElementState, Point, SymbolSpec } from './types';

/** Sizes in diagram pixels at 100 %: the values every BPMN tool uses, so that exchanged diagrams look alike. */
export const SIZE = {
  task: { width: 100, height: 80 },
  event: { width: 36, height: 36 },
  gateway: { width: 50, height: 50 },
  subprocess: { width: 350, height: 200 },
  pool: { width: 600, height: 250 },
  lane: { width: 400, height: 100 },
  annotation: { width: 100, height: 40 },
  dataObject: { width: 36, height: 50 },
  dataStore: { width: 50, height: 50 },
  group: { width: 300, height: 300 },
} as const;

export const TASK_RADIUS = 10;
/** Width of the name band of pools and lanes: where other tools, and ours, let the lanes of a pool begin. */
export const BAND = 30;
/** Clear distance between the outer edge of the BPMN stroke and the ring. */
const RING_GAP = 3;

/** How one ring is drawn: its line width, the width of the whole ring, and its dashes. */
export interface RingStyle {
  /** Width of the ring as a whole, used for the offset. */
  width: number;
  /** Width of a single line; smaller than `width` for the double ring. */
  line: number;
  dash?: string;
  double?: true;
}

export type RingedState = Exclude<ElementState, 'notReached'>;

export const RING: Readonly<Record<RingedState, RingStyle>> = {
  completed: { width: 1.5, line: 1.5 },
  active: { width: 3, line: 3 },
  waiting: { width: 3, line: 3, dash: '14 7' },
  incident: { width: 4, line: 1.3, double: true },
  cancelled: { width: 2, line: 2, dash: '3.5 4' },
  compensated: { width: 2, line: 2, dash: '9 3.5 2 3.5' },
};

/** The colour token of a state; its tint is `<token>-bg`. */
export const STATE_TOKEN: Readonly<Record<RingedState, string>> = {
  completed: 'done',
  active: 'active',
  waiting: 'wait',
  incident: 'incident',
  cancelled: 'cancel',
  compensated: 'comp',
};

export const DIFF_TOKEN: Readonly<Record<DiffMark, string>> = {
  added: 'done',
  removed: 'incident',
  changed: 'wait',
  moved: 'cancel',
};

/** Width of the BPMN stroke of an element; it says what the element is and never changes with state. */
export function strokeOf(spec: Pick<SymbolSpec, 'shape' | 'position'>): number {
  switch (spec.shape) {
    case 'event':
      if (spec.position === 'end') return 4;
      return spec.position === 'start' || spec.position === undefined ? 2 : 1.5;
    case 'callActivity':
      return 5;
    case 'task':
    case 'subprocess':
    case 'gateway':
      return 2;
    case 'lane':
      return 1.2;
    default:
      return 1.5;
  }
}

/**
 * Distance of the ring's centre line from the nominal shape: half the BPMN stroke, 3 px clear, half the ring.
 * All in diagram pixels.
 */
export function ringOffset(stroke: number, ringWidth: number): number {
  return stroke / 2 + RING_GAP + ringWidth / 2;
}

/** Offsets of the lines that make a ring, from the nominal shape outwards: two for the double ring, else one. */
export function ringLines(stroke: number, ring: RingStyle): number[] {
  const centre = ringOffset(stroke, ring.width);
  if (!ring.double) return [centre];
  const half = (ring.width - ring.line) / 2;
  return [centre - half, centre + half];
}

/** Selection outline: 7 px outside the shape, 8.5 px when a ring is in the way. */
export function selectionOffset(hasRing: boolean): number {
  return hasRing ? 8.5 : 7;
}

/** The diff halo lies 6 px outside the shape. */
export const HALO_OFFSET = 6;

export type OutlineKind = 'rounded' | 'circle' | 'diamond' | 'box';

export function outlineKind(spec: Pick<SymbolSpec, 'shape'>): OutlineKind {
  switch (spec.shape) {
    case 'event':
      return 'circle';
    case 'gateway':
      return 'diamond';
    case 'task':
    case 'subprocess':
    case 'callActivity':
    case 'group':
      return 'rounded';
    default:
      return 'box';
  }
}

/**
 * A diamond whose edges are `offset` px outside the nominal one. Edges move along their normals, so the corners
 * move by more than the offset (by √2 for a square gateway).
 */
export function diamondPath(width: number, height: number, offset = 0): string {
  const w = width / 2;
  const h = height / 2;
  const grow = offset * Math.hypot(w, h);
  const rx = round(w + grow / h);
  const ry = round(h + grow / w);
  return `M${w} ${round(h - ry)}L${round(w + rx)} ${h}L${w} ${round(h + ry)}L${round(w - rx)} ${h}z`;
}

export type BadgeCorner = 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

export const BADGE_CORNER: Readonly<Record<RingedState, BadgeCorner>> = {
  completed: 'topRight',
  active: 'bottomLeft',
  waiting: 'bottomLeft',
  incident: 'bottomRight',
  cancelled: 'topLeft',
  compensated: 'bottomLeft',
};

/** Badge disc: 19 px across. */
export const BADGE_RADIUS = 9.5;

/**
 * Centre of the badge relative to the shape's top left: on the corner of activities, at 45° on the ring of events.
 * Gateways carry it on their lower right edge, because their corners belong to the flows and the upper right to
 * the flow's label.
 */
export function badgePosition(
  spec: Pick<SymbolSpec, 'shape' | 'width' | 'height'>,
  corner: BadgeCorner,
): Point {
  const { width, height } = spec;
  if (spec.shape === 'gateway') return { x: width * 0.88, y: height * 0.88 };
  const inset = spec.shape === 'event' ? width * 0.06 : 0;
  const left = corner === 'topLeft' || corner === 'bottomLeft';
  const top = corner === 'topLeft' || corner === 'topRight';
  return { x: left ? inset : width - inset, y: top ? inset : height - inset };
}

/** To hundredths of a pixel, which keeps paths short. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
