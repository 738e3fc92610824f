import type { ReactNode } from 'react';
import { INK } from '../paint';
import type { SymbolMarker } from '../types';
import { pentagon, plusOutline } from './event-trigger';

const BOLD = { fill: 'none', stroke: INK, strokeWidth: 3.2 } as const;
const FINE = { fill: 'none', stroke: INK, strokeWidth: 1.2, strokeLinejoin: 'round' } as const;

function EventBased({ markers }: { markers?: readonly SymbolMarker[] }) {
  if (markers?.includes('parallelInstantiate')) {
    return (
      <g {...FINE}>
        <circle r={12.5} />
        <path d={plusOutline(7.8, 2.4)} />
      </g>
    );
  }
  const instantiate = markers?.includes('instantiate');
  return (
    <g {...FINE}>
      <circle r={13} />
      {!instantiate && <circle r={10.4} />}
      <path d={pentagon(instantiate ? 8.2 : 6.8)} />
    </g>
  );
}

/** The mark inside a gateway of 50 × 50, centred on the origin. */
export function GatewayMarker({
  bpmnType,
  markers,
}: {
  bpmnType: string;
  markers?: readonly SymbolMarker[];
}): ReactNode {
  switch (bpmnType) {
    case 'bpmn:ExclusiveGateway':
      return <path {...BOLD} d="M-7-8 7 8M7-8-7 8" />;
    case 'bpmn:ParallelGateway':
      return <path {...BOLD} d="M0-11v22M-11 0h22" />;
    case 'bpmn:InclusiveGateway':
      return <circle {...BOLD} strokeWidth={3} r={11} />;
    case 'bpmn:ComplexGateway':
      return <path {...BOLD} strokeWidth={2.8} d="M0-12v24M-12 0h24M-8-8 8 8M8-8-8 8" />;
    case 'bpmn:EventBasedGateway':
      return <EventBased markers={markers} />;
    default:
      return null;
  }
}
