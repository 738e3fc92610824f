import type { Behavior } from '@/engine/core/behavior';

/** Passes at once: task, manual task, none start and intermediate events. */
export const behavior: Behavior = {
  activate: (step) => step.complete(),
};
