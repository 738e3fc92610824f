import { evolve } from '@/engine/core/evolve';
import type { JsonObject } from '@/engine/core/json';
import type { InstanceState } from '@/engine/core/state';
import { visibleVariables } from '@/engine/core/visible-variables';
import type { RecordedTransition } from '@/engine/host/ports';

/** What a step saw when its work began. */
export interface StepInput {
  at: string;
  variables: JsonObject;
}

/** The variables an element saw each time its work began, the newest last. Histories of erased data give nothing. */
export function inputsOf(history: readonly RecordedTransition[], elementId: string): StepInput[] {
  const inputs: StepInput[] = [];
  let state: InstanceState | null = null;
  for (const { at, events } of history)
    for (const event of events) {
      if (event.data === null) return inputs;
      state = evolve(state, event);
      if (event.type === 'work.created' && event.elementId === elementId && event.data.phase === undefined)
        inputs.push({ at, variables: visibleVariables(state, event.key ?? 0) });
    }
  return inputs;
}
