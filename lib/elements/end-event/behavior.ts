import type { Behavior } from '@/engine/core/behavior';
import type { EndEventConfig } from './config';

/** Ends a token, its scope, or throws an error outwards. */
export const behavior: Behavior<EndEventConfig> = {
  activate(step, config) {
    if (config.trigger === 'error') return step.throwError(config.errorCode, config.message);
    if (config.trigger === 'terminate') step.terminateScope();
    step.complete();
  },
};
