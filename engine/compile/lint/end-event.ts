import { reference } from '../read';
import { rule } from './rule';

/** A step that can't get to an end: the process would go round for ever or stop in nothing. */
export const endReachable = rule('end-reachable', ({ model }, report) => {
  for (const scope of model.scopes.values()) {
    if (!model.executable.has(scope.process) || scope.nodes.length === 0) continue;
    const ends = scope.nodes.filter((node) => node.outgoing.length === 0);
    if (ends.length === 0) {
      report('error', scope.element, 'No path ends: every step leads to another one. Add an end event.');
      continue;
    }
    const reaching = new Set(ends);
    for (const node of reaching) {
      for (const flow of node.incoming) {
        const source = model.nodes.get(reference(flow, 'sourceRef') ?? '');
        if (source) reaching.add(source);
      }
    }
    for (const node of scope.nodes) {
      if (!reaching.has(node))
        report('error', node.element, 'No end can be reached from here: the steps after it only lead back.');
    }
  }
});
