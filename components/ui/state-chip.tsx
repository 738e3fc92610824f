import type { ReactNode } from 'react';
import type { ElementState } from '@/components/bpmn/types';
import { Chip, type ChipTone } from './chip';
import { StateIcon } from './state-icon';

const STATE_TONES: Record<ElementState, ChipTone> = {
  notReached: 'neutral',
  active: 'active',
  waiting: 'wait',
  completed: 'done',
  incident: 'incident',
  cancelled: 'cancel',
  compensated: 'comp',
};

/** The state of an element or instance, always with a word. */
export function StateChip({ state, children }: { state: ElementState; children: ReactNode }) {
  return (
    <Chip tone={STATE_TONES[state]} icon={<StateIcon state={state} size={14} />}>
      {children}
    </Chip>
  );
}
