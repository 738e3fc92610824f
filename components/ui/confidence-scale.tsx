import { useId } from 'react';
import { type ConfidenceInput, confidenceWording } from './confidence-wording';
import { cx } from './cx';
import { SCALE_FROM, type ScaleGeometry, scaleGeometry } from './scale-geometry';

const HEIGHT = 44;

function Ruler({ scale, threshold, hatch }: { scale: ScaleGeometry; threshold?: number; hatch: string }) {
  const split = threshold === undefined ? undefined : scale.x(threshold);
  return (
    <>
      {split !== undefined && (
        <>
          <rect x={scale.left} y={16} width={split - scale.left} height={8} fill={`url(#${hatch})`} />
          <rect x={split} y={16} width={scale.right - split} height={8} fill="var(--done)" opacity={0.22} />
        </>
      )}
      <path d={`M${scale.left} 24H${scale.right}`} stroke="var(--ink)" strokeWidth={1.5} />
      <path d={scale.ticks} stroke="var(--line-strong)" />
      {scale.majors.map(({ value, x }, i) => (
        <text
          key={value}
          x={x + (i === 0 ? -4 : i === scale.majors.length - 1 ? 4 : 0)}
          y={42}
          textAnchor={i === 0 ? 'start' : i === scale.majors.length - 1 ? 'end' : 'middle'}
          fontSize={9}
          fontFamily="var(--font-mono)"
          fill="var(--muted)"
        >
          {value.toFixed(1)}
        </text>
      ))}
      {split !== undefined && (
        <>
          <path d={`M${split} 11V26`} stroke="var(--ink)" strokeWidth={1.5} />
          <path d={`M${split - 4} 7h8l-4 5z`} fill="var(--ink)" />
        </>
      )}
    </>
  );
}

/** Round head and line at the value; an arrow to the left when the value lies before the scale. */
function Needle({ scale, value }: { scale: ScaleGeometry; value: number }) {
  const x = scale.x(value);
  return (
    <>
      <path d={`M${x} 10V24`} stroke="var(--ink)" strokeWidth={2.5} />
      <circle cx={x} cy={8} r={3.2} fill="var(--ink)" />
      {value < SCALE_FROM && (
        <path
          d={`M${x + 5} 5.500 ${x + 1} 8l4 2.500M${x + 1} 8h9`}
          stroke="var(--ink)"
          strokeWidth={1.3}
          fill="none"
        />
      )}
    </>
  );
}

export interface ConfidenceScaleProps extends ConfidenceInput {
  /** Width of the scale in px. Default 196; it shrinks with its container. */
  width?: number;
  /** `scale` alone is for places that already say word and number beside it. Default `full`. */
  parts?: 'full' | 'scale';
  className?: string;
}

/**
 * A measured confidence on a linear scale from 0.50 to 1.00: hatched below the threshold, flat above, an index at the
 * threshold and a needle at the value, with word, number and source. A self-report has no scale, only words.
 */
export function ConfidenceScale({
  value,
  threshold,
  source,
  width = 196,
  parts = 'full',
  className,
}: ConfidenceScaleProps) {
  const hatch = useId();
  const wording = confidenceWording({ value, threshold, source });
  const scale = scaleGeometry(width);
  const drawing = source !== 'self-report' && (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      role="img"
      aria-label={wording.sentence}
      className={cx('h-auto max-w-full', parts === 'scale' && className)}
    >
      <defs>
        <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" stroke="var(--wait)" strokeWidth={1.6} opacity={0.55} />
        </pattern>
      </defs>
      <Ruler scale={scale} threshold={threshold} hatch={hatch} />
      <Needle scale={scale} value={value} />
    </svg>
  );
  if (parts === 'scale' && drawing) return drawing;
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{wording.word}</span>
        {wording.verdict && <span className="text-muted">{wording.verdict}</span>}
        {wording.number && (
          <span className="ml-auto font-mono text-base font-semibold">{wording.number}</span>
        )}
      </p>
      {drawing}
      <p className="text-xs text-muted">{wording.sourceName}</p>
    </div>
  );
}
