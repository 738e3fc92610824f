import { reference, titleOf } from '../read';
import { rule } from './rule';

/** A default path that doesn't leave its own gateway or step. */
export const defaultFlow = rule('default-flow', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    const byDefault = reference(node.element, 'default');
    if (!model.executable.has(node.process) || byDefault === undefined) continue;
    if (!node.outgoing.some((flow) => flow.id === byDefault))
      report(
        'error',
        node.element,
        `The default path “${byDefault}” doesn't leave “${titleOf(node.element)}”.`,
        { field: 'default', constraints: ['EXT.026'] },
      );
  }
});
