import { RING, type RingedState, STATE_TOKEN } from '@/components/bpmn/geometry';
import type { ElementState } from '@/components/bpmn/types';

const DASHES: Partial<Record<RingedState, string>> = {
  waiting: '4.4 2.4',
  cancelled: '1.800 2',
  compensated: '4 1.500 1 1.500',
};

/** A state as a small ring with the line of its diagram ring, so that legend and diagram read alike. Decorative. */
export function StateIcon({ state, size = 16 }: { state: ElementState; size?: number }) {
  const ringed = state === 'notReached' ? undefined : state;
  const colour = ringed ? `var(--${STATE_TOKEN[ringed]})` : 'var(--line-strong)';
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true" className="flex-none">
      <circle
        cx={8}
        cy={8}
        r={6}
        fill={ringed ? `var(--${STATE_TOKEN[ringed]}-bg)` : 'none'}
        stroke={colour}
        strokeWidth={ringed ? Math.max(1.2, Math.min(2.2, RING[ringed].line)) : 1.2}
        strokeDasharray={ringed && DASHES[ringed]}
      />
      {ringed === 'incident' && <circle cx={8} cy={8} r={3.4} stroke={colour} strokeWidth={1.2} />}
      {ringed === 'completed' && (
        <path d="m5.500 8.200 1.700 1.700 3.300-3.700" stroke={colour} strokeWidth={1.5} />
      )}
      {ringed === 'active' && <circle cx={8} cy={8} r={2.4} fill={colour} />}
    </svg>
  );
}
