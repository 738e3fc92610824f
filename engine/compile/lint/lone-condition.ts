import { titleOf } from '../read';
import { isConditional } from '../soundness/flows';
import { rule } from './rule';

/** A step whose only way on has a condition: when it isn't true the process stops (BPMN 2.0.2, 10.3.1). */
export const loneCondition = rule('lone-condition', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    const [flow, ...others] = node.outgoing;
    if (!model.executable.has(node.process) || !ACTIVITY.test(node.element.type)) continue;
    if (flow && others.length === 0 && isConditional(flow))
      report(
        'warning',
        flow,
        `The only path out of “${titleOf(node.element)}” has a condition. When it isn't true, the process stops here with an incident: delete the condition, or add a default path.`,
        { field: 'condition', constraints: ['EXT.025'] },
      );
  }
});

const ACTIVITY = /(?:Task|SubProcess|Transaction|CallActivity)$/;
