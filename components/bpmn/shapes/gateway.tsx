import { diamondPath } from '../geometry';
import { GatewayMarker } from '../markers/gateway';
import type { BodyPaint } from '../paint';
import type { SymbolSpec } from '../types';

export function GatewayShape({ spec, paint }: { spec: SymbolSpec; paint: BodyPaint }) {
  const scale = Math.min(spec.width, spec.height) / 50;
  return (
    <>
      <path
        className="bp-shape"
        d={diamondPath(spec.width, spec.height)}
        fill={paint.fill}
        stroke={paint.stroke}
        strokeWidth={paint.width ?? 2}
        strokeDasharray={paint.dash}
        strokeLinejoin="miter"
      />
      <g
        transform={`translate(${spec.width / 2} ${spec.height / 2})${scale === 1 ? '' : ` scale(${scale})`}`}
      >
        {spec.marked !== false && <GatewayMarker bpmnType={spec.bpmnType} markers={spec.markers} />}
      </g>
    </>
  );
}
