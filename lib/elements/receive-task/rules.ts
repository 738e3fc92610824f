import type { ElementRule } from '../define';

/** What starts an instance can't be led to by another step (BPMN 2.0.2, 10.3.3 and 10.6.6). */
export const instantiatesFirst: ElementRule = {
  code: 'instantiates-first',
  check({ element, node, report }) {
    if (element.attrs.instantiate !== true) return;
    if (node.incoming.length > 0)
      report(
        'error',
        'This element starts the process, so no path can lead to it. Remove the path, or let it not start the process.',
        'instantiate',
      );
    if (node.scope !== node.process)
      report(
        'error',
        'This element starts a process, so it can’t lie inside a sub-process. Let it not start anything.',
        'instantiate',
      );
  },
};
