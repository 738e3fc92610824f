import type { DocElement } from '../document';
import { conditionOf } from '../flow-model';
import { reference, titleOf } from '../read';
import { rule } from './rule';

/** A path without condition beside others that have one is always taken, not only when none of them is (BPMN 2.0.2, 13.3.1). */
export const mixedConditions = rule('mixed-conditions', ({ model }, report) => {
  for (const { element, outgoing, process } of model.nodes.values()) {
    if (!model.executable.has(process) || !ACTIVITY.test(element.type)) continue;
    const byDefault = reference(element, 'default');
    const decides = (flow: DocElement) => flow.id === byDefault || conditionOf(flow) !== undefined;
    if (!outgoing.some(decides)) continue;
    for (const flow of outgoing)
      if (!decides(flow))
        report(
          'info',
          flow,
          `This path from “${titleOf(element)}” has no condition, so it is always taken, whatever the others say. Write a condition, or make it the default path if it is meant for all other cases.`,
          'condition',
        );
  }
});

const ACTIVITY = /(?:Task|SubProcess|Transaction|CallActivity)$/;
