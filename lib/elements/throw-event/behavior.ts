import type { Behavior } from '@/engine/core/behavior';

/** Throws what it throws and goes on. */
export const behavior: Behavior = {
  activate: (step) => step.throwEvents(),
};
