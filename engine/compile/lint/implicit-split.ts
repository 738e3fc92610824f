import { conditionOf } from '../flow-model';
import { reference } from '../read';
import { rule } from './rule';

/** Several plain arrows out of a step all start at once. */
export const implicitSplit = rule('implicit-split', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    if (!model.executable.has(node.process) || node.element.type.endsWith('Gateway')) continue;
    const byDefault = reference(node.element, 'default');
    const always = node.outgoing.filter((flow) => flow.id !== byDefault && !conditionOf(flow));
    if (always.length > 1)
      report(
        'info',
        node.element,
        `${always.length} paths start here at the same time. A parallel gateway after the step would show that.`,
      );
  }
});
