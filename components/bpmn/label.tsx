import type { LabelLayout } from './label-layout';
import { CANVAS, INK, MUTED } from './paint';

interface LabelProps {
  layout: LabelLayout;
  faint?: boolean;
  /** The file's own colour of the text. */
  colour?: string | undefined;
}

/** Draws a laid-out label as one `text` with a `tspan` a line. `faint` for elements that were not reached. */
export function Label({ layout, faint = false, colour }: LabelProps) {
  const { x, y, lineHeight, lines } = layout;
  return (
    <text
      className="bp-label"
      textAnchor={layout.anchor}
      fontFamily="var(--font-sans)"
      fontSize={layout.fontSize}
      fontWeight={layout.weight}
      letterSpacing="-.004em"
      fill={faint ? MUTED : (colour ?? (layout.muted ? MUTED : INK))}
      transform={layout.turned ? `rotate(-90 ${x} ${y})` : undefined}
      {...(layout.outside && {
        stroke: CANVAS,
        strokeWidth: 4,
        strokeLinejoin: 'round',
        paintOrder: 'stroke',
      })}
    >
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity beyond their order.
        <tspan key={i} x={x} y={y + i * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
