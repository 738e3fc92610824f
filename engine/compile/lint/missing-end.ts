import { titleOf } from '../read';
import { rule } from './rule';

/**
 * Start events without end events: allowed by us, because paths may simply stop, but not by the standard (BPMN 2.0.2,
 * 10.5, End Event).
 */
export const missingEnd = rule('missing-end', ({ model }, report) => {
  for (const { element, nodes, process } of model.scopes.values()) {
    if (!model.executable.has(process) || element.type === 'bpmn:AdHocSubProcess') continue;
    const has = (type: string) => nodes.some((node) => node.element.type === type);
    if (has('bpmn:StartEvent') && !has('bpmn:EndEvent'))
      report(
        'info',
        element,
        `“${titleOf(element)}” has a start event, but no end event. Add one, to show where it ends.`,
        {
          constraints: ['EXT.105'],
        },
      );
  }
});
