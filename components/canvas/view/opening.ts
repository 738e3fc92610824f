import type { DiagramView } from '@/components/bpmn/types';

/** The smallest zoom at which labels can be read. */
const LEGIBLE = 0.5;
/** Room around a diagram that is fitted, as a share of it; React Flow's own measure. */
const PADDING = 0.12;
/** Room before the beginning of a diagram that doesn't fit, in px of the screen. */
const MARGIN = 16;

/**
 * Where a view opens on a diagram that fits into it only too small to read: at its beginning, legibly, with the first
 * start event in the middle of the height.
 * @param size of the view in px of the screen
 * @returns null where all of the diagram can be shown
 */
export function openingOf(
  { nodes }: Pick<DiagramView, 'nodes'>,
  size: { width: number; height: number },
): { x: number; y: number; zoom: number } | null {
  if (nodes.length === 0 || size.width === 0) return null;
  const left = Math.min(...nodes.map(({ x }) => x));
  const top = Math.min(...nodes.map(({ y }) => y));
  const right = Math.max(...nodes.map(({ x, spec }) => x + spec.width));
  const bottom = Math.max(...nodes.map(({ y, spec }) => y + spec.height));
  const fitted = Math.min(size.width / (right - left), size.height / (bottom - top)) / (1 + PADDING);
  if (fitted >= LEGIBLE) return null;
  const [first] = nodes
    .filter(({ spec }) => spec.shape === 'event' && (spec.position ?? 'start') === 'start')
    .sort((a, b) => a.x - b.x);
  const height = (bottom - top) * LEGIBLE;
  const middle = first ? first.y + first.spec.height / 2 : (top + bottom) / 2;
  const y = size.height / 2 - middle * LEGIBLE;
  // No empty space above or below what could fill it.
  const highest = MARGIN - top * LEGIBLE;
  const lowest = size.height - MARGIN - bottom * LEGIBLE;
  return {
    zoom: LEGIBLE,
    x: MARGIN - left * LEGIBLE,
    y:
      height <= size.height
        ? size.height / 2 - ((top + bottom) / 2) * LEGIBLE
        : Math.max(lowest, Math.min(highest, y)),
  };
}
