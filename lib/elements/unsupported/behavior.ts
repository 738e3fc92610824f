import type { Behavior } from '@/engine/core/behavior';
import type { UnsupportedConfig } from './config';

export const behavior: Behavior<UnsupportedConfig> = {
  activate(step, config) {
    step.raiseIncident(
      'not-implemented',
      `“${step.node.name || step.node.id}” cannot be executed yet: ${config.what}.`,
    );
  },
};
