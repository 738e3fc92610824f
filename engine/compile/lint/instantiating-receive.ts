import { titleOf } from '../read';
import { rule } from './rule';

/** A receive task that starts the process can't come after something else (BPMN 2.0.2, 10.3.3). */
export const instantiatingReceive = rule('instantiating-receive', ({ model }, report) => {
  for (const { element, incoming, process } of model.nodes.values()) {
    if (!model.executable.has(process) || element.type !== 'bpmn:ReceiveTask') continue;
    if (element.attrs.instantiate === true && incoming.length > 0)
      report(
        'error',
        element,
        `“${titleOf(element)}” starts the process, so nothing can lead to it. Delete the arrow, or let it only wait.`,
        { constraints: ['EXT.049'] },
      );
  }
});
