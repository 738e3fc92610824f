import type { Behavior } from '@/engine/core/behavior';
import type { ComplexGatewayConfig } from './config';

/** Joins when its activation condition says so, splits like an inclusive gateway (BPMN 2.0.2, 13.4.5). */
export const behavior: Behavior<ComplexGatewayConfig> = {
  joins: 'complex',
  activate: (step) => step.complete(),
};
