import type { Behavior } from '@/engine/core/behavior';
import type { EventBasedGatewayConfig } from './config';

/** Waits for the first of the events that follow (BPMN 2.0.2, 13.4, Event-Based Gateway). */
export const behavior: Behavior<EventBasedGatewayConfig> = {
  activate: (step) => step.listenForNext(),
  awaitsAll: ({ parallel }) => parallel,
};
