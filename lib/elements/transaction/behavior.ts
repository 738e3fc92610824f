import type { Behavior } from '@/engine/core/behavior';

/** A sub-process that a cancel end event inside undoes (BPMN 2.0.2, 13.3.4). */
export const behavior: Behavior = {
  activate: (step) => step.activateChildren(),
};
