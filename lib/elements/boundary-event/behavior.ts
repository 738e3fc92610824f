import type { Behavior } from '@/engine/core/behavior';
import { firstDue, nextDue } from '@/lib/triggers/timer/schedule';
import type { BoundaryEventConfig } from './config';

/** A timer listens with a subscription of its own; an error is looked up when it is thrown. */
export const behavior: Behavior<BoundaryEventConfig> = {
  activate: (step) => step.complete(),
  attaches: (config) => config.trigger === 'timer',
  attach(step, config) {
    if (config.trigger !== 'timer') return;
    const { dueAt, cycle } = firstDue(step, config.timer);
    step.setTimer(dueAt, cycle && { ...cycle });
  },
  recur: (facts, _config, dueAt) => nextDue(facts.state.activations[facts.key]?.data, dueAt, facts.now),
  catches(config, errorCode) {
    if (config.trigger !== 'error') return null;
    if (config.errorCode === null) return 'all';
    return config.errorCode === errorCode ? 'code' : null;
  },
  caught(config, { errorCode, message }) {
    if (config.trigger !== 'error') return {};
    const { codeVariable, messageVariable } = config;
    return {
      ...(codeVariable ? { [codeVariable]: errorCode } : {}),
      ...(messageVariable ? { [messageVariable]: message } : {}),
    };
  },
};
