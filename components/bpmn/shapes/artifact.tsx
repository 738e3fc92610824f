import { type BodyPaint, MUTED } from '../paint';
import type { SymbolSpec } from '../types';

/** The bracket of a text annotation, 10 px wide, and an invisible body to point at. */
export function AnnotationShape({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  return (
    <>
      <rect className="bp-shape" width={spec.width} height={spec.height} fill="transparent" stroke="none" />
      <path
        d={`M10 0H0v${spec.height}h10`}
        fill="none"
        stroke={paint.stroke}
        strokeWidth={1.15}
        strokeDasharray={paint.dash}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </>
  );
}

/** Dash-dot frame around elements of any pool. */
export function GroupShape({ spec }: { spec: SymbolSpec }) {
  return (
    <rect
      className="bp-shape"
      width={spec.width}
      height={spec.height}
      rx={10}
      fill="none"
      stroke={MUTED}
      strokeWidth={1.5}
      strokeDasharray="10 5 1.500 5"
      strokeLinecap="round"
    />
  );
}

/** What the document knows but BPMN has no process symbol for: kept, and visibly not one of ours. */
export function OtherShape({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  return (
    <rect
      className="bp-shape"
      width={spec.width}
      height={spec.height}
      rx={2}
      fill={paint.fill}
      stroke={MUTED}
      strokeWidth={1.5}
      strokeDasharray="4 3"
    />
  );
}
