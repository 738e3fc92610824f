import type { SVGProps } from 'react';
import { diamondPath, outlineKind, round, TASK_RADIUS } from './geometry';
import type { SymbolSpec } from './types';

type OutlineProps = { spec: SymbolSpec; offset: number } & Omit<
  SVGProps<SVGPathElement>,
  'offset' | 'spec' | 'ref'
>;

/** The outline of a shape, `offset` px further out; corner radii grow by the same amount. */
export function Outline({ spec, offset, ...paint }: OutlineProps) {
  const { width: w, height: h } = spec;
  const attributes = { fill: 'none', ...paint } as Record<string, unknown>;
  const kind = outlineKind(spec);
  if (kind === 'circle') {
    return <circle {...attributes} cx={w / 2} cy={h / 2} r={round(Math.min(w, h) / 2 + offset)} />;
  }
  if (kind === 'diamond') return <path {...attributes} d={diamondPath(w, h, offset)} />;
  const radius = (kind === 'rounded' ? TASK_RADIUS : 0) + offset;
  return (
    <rect
      {...attributes}
      x={-offset}
      y={-offset}
      width={w + 2 * offset}
      height={h + 2 * offset}
      rx={radius}
    />
  );
}
