import type { Behavior } from '@/engine/core/behavior';

/** The engine listens on its behalf; when it is triggered a token leaves it. */
export const behavior: Behavior = {
  activate: (step) => step.complete(),
};
