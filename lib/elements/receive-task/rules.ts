import type { ElementRule } from '../define';

/** What starts an instance lies in the process itself (BPMN 2.0.2, 10.3.3 and 10.6.6). */
export const instantiatesProcess: ElementRule = {
  code: 'instantiates-process',
  check({ element, node, report }) {
    if (element.attrs.instantiate === true && node.scope !== node.process)
      report(
        'error',
        'This element starts a process, so it can’t lie inside a sub-process. Let it not start anything.',
        'instantiate',
      );
  },
};
