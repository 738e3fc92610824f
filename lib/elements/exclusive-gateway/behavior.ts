import type { Behavior } from '@/engine/core/behavior';

/** Takes the first flow whose condition is true, else the default flow (BPMN 2.0.2, 13.4, Exclusive Gateway). */
export const behavior: Behavior = {
  activate: (step) => step.complete(),
  route: (step) => step.routeFirst(),
};
