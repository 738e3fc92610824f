import {
  HALO_OFFSET,
  RING,
  type RingedState,
  ringLines,
  STATE_TOKEN,
  selectionOffset,
  strokeOf,
} from './geometry';
import { Outline } from './outline';
import type { SymbolSpec } from './types';

/** The state ring: 3 px clear of the BPMN stroke, which itself never changes. */
export function StateRing({ spec, state }: { spec: SymbolSpec; state: RingedState }) {
  const ring = RING[state];
  return ringLines(strokeOf(spec), ring).map((offset) => (
    <Outline
      key={offset}
      className="bp-ring"
      spec={spec}
      offset={offset}
      stroke={`var(--${STATE_TOKEN[state]})`}
      strokeWidth={ring.line}
      strokeDasharray={ring.dash}
    />
  ));
}

/** Selection: petrol, outside of everything, so that it never looks like a state. */
export function SelectionOutline({ spec, hasRing = false }: { spec: SymbolSpec; hasRing?: boolean }) {
  return (
    <Outline
      className="bp-selection"
      spec={spec}
      offset={selectionOffset(hasRing)}
      stroke="var(--primary)"
      strokeWidth={1.5}
    />
  );
}

/** The halo of an element that differs between two versions. */
export function DiffHalo({ spec, token }: { spec: SymbolSpec; token: string }) {
  return (
    <Outline
      className="bp-halo"
      spec={spec}
      offset={HALO_OFFSET}
      stroke={`var(--${token})`}
      strokeWidth={2}
    />
  );
}
