import { rule } from './rule';

/** Steps and events with several arrows in are done once for each that arrives: often an unmeant join. */
export const implicitJoin = rule('implicit-join', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    if (!model.executable.has(node.process) || node.incoming.length < 2) continue;
    if (!/(?:Task|SubProcess|Transaction|CallActivity|Intermediate\w+Event)$/.test(node.element.type))
      continue;
    report(
      'info',
      node.element,
      `${node.incoming.length} paths lead here and don't wait for each other: the step is done once for each that arrives. Put a gateway before it to show what is meant.`,
    );
  }
});
