import type { Behavior } from '@/engine/core/behavior';
import { textOf } from '../values';
import type { ServiceTaskConfig } from './config';

/** External work: somebody leases it by type, its result becomes variables. */
export const behavior: Behavior<ServiceTaskConfig> = {
  activate(step, { workType, retries, headers }) {
    const type = textOf(step, workType, 'The task type');
    step.createWork({ workType: type, retries, payload: { headers } });
  },
};
