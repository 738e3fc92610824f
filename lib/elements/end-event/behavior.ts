import type { Behavior } from '@/engine/core/behavior';

/** Throws what it throws, then its token is gone. */
export const behavior: Behavior = {
  activate: (step) => step.throwEvents(),
};
