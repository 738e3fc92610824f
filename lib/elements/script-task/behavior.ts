import type { Behavior } from '@/engine/core/behavior';
import type { ScriptTaskConfig } from './config';

/** FEEL runs here; any other language is an incident. */
export const behavior: Behavior<ScriptTaskConfig> = {
  activate(step, { expression, language, resultVariable }) {
    if (expression === undefined) {
      const name = step.node.name || step.node.id;
      return step.raiseIncident(
        'not-implemented',
        `The script of “${name}” is written in ${language}, not in FEEL.`,
      );
    }
    const value = step.evaluate(expression, 'The script');
    step.complete(resultVariable === '' ? {} : { [resultVariable]: value });
  },
};
