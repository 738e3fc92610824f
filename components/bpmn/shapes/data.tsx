import { type BodyPaint, INK, MARKER, SURFACE } from '../paint';
import type { SymbolSpec } from '../types';

const FOLD = 10;
const ARROW = 'M0-2.600h6v-3.200L11.500 0 6 5.800v-3.200H0z';

/** A sheet with a folded corner; data inputs and outputs carry an arrow, collections three bars. */
export function DataObjectShape({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  const { width: w, height: h, markers } = spec;
  const output = markers?.includes('output') || spec.bpmnType === 'bpmn:DataOutput';
  const input = markers?.includes('input') || spec.bpmnType === 'bpmn:DataInput';
  return (
    <>
      <path
        className="bp-shape"
        d={`M0 0h${w - FOLD}l${FOLD} ${FOLD}v${h - FOLD}h${-w}z`}
        fill={paint.fill}
        stroke={paint.stroke}
        strokeWidth={paint.width ?? 1.5}
        strokeDasharray={paint.dash}
        strokeLinejoin="round"
      />
      <path {...MARKER} d={`M${w - FOLD} 0v${FOLD}h${FOLD}`} />
      {(input || output) && (
        <path {...MARKER} transform="translate(5 10)" d={ARROW} fill={output ? INK : SURFACE} />
      )}
      {markers?.includes('collection') && (
        <path
          {...MARKER}
          strokeWidth={2}
          strokeLinecap="butt"
          d={`M${w / 2 - 4} ${h - 12}v9M${w / 2} ${h - 12}v9M${w / 2 + 4} ${h - 12}v9`}
        />
      )}
    </>
  );
}

/** A drum with three lines at its head. */
export function DataStoreShape({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  const { width: w, height: h } = spec;
  const ry = Math.min(h * 0.14, 9);
  const arc = (y: number) => `M0 ${y}a${w / 2} ${ry} 0 0 0 ${w} 0`;
  return (
    <g stroke={paint.stroke} strokeWidth={paint.width ?? 1.5} strokeDasharray={paint.dash}>
      <path
        className="bp-shape"
        fill={paint.fill}
        d={`M0 ${ry}a${w / 2} ${ry} 0 0 1 ${w} 0v${h - 2 * ry}a${w / 2} ${ry} 0 0 1 ${-w} 0z`}
      />
      <path fill="none" d={`${arc(ry)}${arc(ry + 4)}${arc(ry + 8)}`} />
    </g>
  );
}
