import type { Behavior } from '@/engine/core/behavior';
import type { StartEventConfig } from './config';

export const behavior: Behavior<StartEventConfig> = {
  activate: (step) => step.complete(),
};
