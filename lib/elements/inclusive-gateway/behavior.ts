import type { Behavior } from '@/engine/core/behavior';

/** Waits for every token that can still come, takes every flow whose condition is true (BPMN 2.0.2, 13.4.3). */
export const behavior: Behavior = {
  joins: 'inclusive',
  activate: (step) => step.complete(),
  route: (step) => step.routeAll(),
};
