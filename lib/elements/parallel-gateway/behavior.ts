import type { Behavior } from '@/engine/core/behavior';

/** Waits for one token from each incoming flow and sends one along each outgoing flow (BPMN 2.0.2, 13.4.1). */
export const behavior: Behavior = {
  joins: 'parallel',
  activate: (step) => step.complete(),
  route: (step) => step.node.outgoing,
};
