import type { Behavior } from '@/engine/core/behavior';

/** Waits for its message (BPMN 2.0.2, 13.3.3). */
export const behavior: Behavior = {
  activate: (step) => step.listen(),
};
