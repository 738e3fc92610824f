import { titleOf } from '../read';
import { rule } from './rule';

/** Works, gateway by gateway; but a reader has to know which of both a gateway does first. */
export const joinAndSplit = rule('join-and-split', ({ model }, report) => {
  for (const { element, incoming, outgoing, process } of model.nodes.values()) {
    if (!model.executable.has(process) || !element.type.endsWith('Gateway')) continue;
    if (incoming.length > 1 && outgoing.length > 1)
      report(
        'info',
        element,
        `“${titleOf(element)}” joins paths and splits them again. Two gateways are easier to read: one that joins, and one that splits.`,
      );
  }
});
