import type { Behavior } from '@/engine/core/behavior';
import { firstDue } from '@/lib/triggers/timer/schedule';
import type { CatchEventConfig } from './config';

/** Waits for its timer; a cycle counts to its first occurrence. */
export const behavior: Behavior<CatchEventConfig> = {
  activate(step, { timer }) {
    step.setTimer(firstDue(step, timer).dueAt);
  },
};
