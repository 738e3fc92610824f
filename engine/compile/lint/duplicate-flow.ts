import { conditionOf } from '../flow-model';
import { reference, titleOf } from '../read';
import { rule } from './rule';

/** Two arrows that go the same way under the same condition: what follows is done once for each. */
export const duplicateFlow = rule('duplicate-flow', ({ model }, report) => {
  for (const { element, outgoing, process } of model.nodes.values()) {
    if (!model.executable.has(process) || outgoing.length < 2) continue;
    const known = new Set<string>();
    for (const flow of outgoing) {
      const target = model.nodes.get(reference(flow, 'targetRef') ?? '');
      const way = `${target?.id}\n${conditionOf(flow)?.body.trim() ?? ''}`;
      if (target && known.has(way))
        report(
          'warning',
          flow,
          `Another arrow leads from “${titleOf(element)}” to “${titleOf(target.element)}” too. What follows may be done once for each: delete one of them.`,
        );
      known.add(way);
    }
  }
});
