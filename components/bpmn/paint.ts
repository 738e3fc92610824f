/**
 * Paint as SVG presentation attributes over the theme's tokens. Attributes (not classes) so that a drawing is
 * complete in itself: it can be rendered on the server, cloned and exported.
 */
export const INK = 'var(--ink)';
export const SURFACE = 'var(--surface)';
export const CANVAS = 'var(--canvas)';
export const MUTED = 'var(--muted)';
export const AI = 'var(--ai)';

/** Thin line of markers inside a shape. */
export const MARKER = {
  fill: 'none',
  stroke: INK,
  strokeWidth: 1.15,
  strokeLinejoin: 'round',
  strokeLinecap: 'round',
} as const;

/** What a shape's body is painted with, after state, difference and ghosting are taken into account. */
export interface BodyPaint {
  fill: string;
  stroke: string;
  /** Replaces the stroke's own dashes: ghosts and removed elements. */
  dash?: string;
  /** Replaces the stroke's own width. */
  width?: number;
}

export const PLAIN: BodyPaint = { fill: SURFACE, stroke: INK };

/**
 * The ground of a pool, lane or open sub-process in the file's own colour. Flows and names lie on it in the
 * theme's ink, so that on a dark theme only a hint of it shows.
 */
export const groundFill = (fill: string): string =>
  `light-dark(${fill}, color-mix(in srgb, ${fill} 22%, transparent))`;
