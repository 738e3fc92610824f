import { BAND } from '../geometry';
import { FootMarkers } from '../markers/activity';
import type { BodyPaint } from '../paint';
import type { SymbolSpec } from '../types';

function bandPath(spec: SymbolSpec): string {
  return spec.horizontal === false ? `M0 ${BAND}h${spec.width}` : `M${BAND} 0v${spec.height}`;
}

/** A pool (1.5) with its name band, or a black box without one. Translucent, so that the grid stays visible. */
export function PoolShape({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  return (
    <>
      <rect
        className="bp-shape"
        width={spec.width}
        height={spec.height}
        fill={spec.colours?.fill ? paint.fill : 'var(--pool)'}
        stroke={paint.stroke}
        strokeWidth={paint.width ?? 1.5}
        strokeDasharray={paint.dash}
      />
      {spec.expanded !== false && (
        <path d={bandPath(spec)} stroke={paint.stroke} strokeWidth={1.2} fill="none" />
      )}
      {spec.markers?.includes('miParallel') && (
        <FootMarkers markers={['miParallel']} x={spec.width / 2} bottom={spec.height} />
      )}
    </>
  );
}

/** A lane without a name has no band: many tools put one, unseen, into every pool. */
export function LaneShape({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  return (
    <>
      <rect
        className="bp-shape"
        width={spec.width}
        height={spec.height}
        fill={spec.colours?.fill ? paint.fill : 'none'}
        stroke={paint.stroke}
        strokeWidth={paint.width ?? 1.2}
        strokeDasharray={paint.dash}
      />
      {spec.label && <path d={bandPath(spec)} stroke={paint.stroke} strokeWidth={1.2} fill="none" />}
    </>
  );
}
