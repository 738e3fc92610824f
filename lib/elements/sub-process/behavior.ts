import type { Behavior } from '@/engine/core/behavior';

/** Begins its own scope; the engine completes it when everything inside has ended. */
export const behavior: Behavior = {
  activate: (step) => step.activateChildren(),
};
