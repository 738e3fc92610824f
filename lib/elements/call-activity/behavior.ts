import type { Behavior, Step } from '@/engine/core/behavior';
import { optionalText } from '../values';
import type { CallActivityConfig } from './config';

/** Another instance runs, and this step waits for its end (BPMN 2.0.2, 13.3.4). */
export const behavior: Behavior<CallActivityConfig> = {
  activate(step, config) {
    const own = step.state.activations[step.key]?.variables ?? {};
    step.call({
      processKey: processKey(step, config),
      binding: config.binding,
      businessKey: config.businessKey
        ? optionalText(step, config.businessKey, 'The business key')
        : step.state.businessKey,
      variables: config.allParentVariables ? step.variables() : own,
    });
  },
  returned: ({ node }, { allChildVariables }, variables) =>
    allChildVariables || node.outputs?.length ? variables : {},
};

function processKey(step: Step, { processKey }: CallActivityConfig): string {
  const key = step.evaluate(processKey, 'The called process');
  if (typeof key === 'string' && key.trim() !== '') return key.trim();
  return step.raiseIncident(
    'evaluation',
    `“${step.node.name || step.node.id}” must name the process it calls, but names ${JSON.stringify(key).slice(0, 80)}.`,
  );
}
