import type { Behavior } from '@/engine/core/behavior';

/** Begins with its start event, whose trigger the engine has seen. */
export const behavior: Behavior = {
  activate: (step) => step.activateChildren(),
};
