import { ref } from '@/lib/document';
import type { ElementRule } from '../define';

/** An event on the border of something that can't carry one, or of nothing. */
export const boundaryHost: ElementRule = {
  code: 'boundary-host',
  check({ element, node, model, report }) {
    const host = model.nodes.get(ref(element, 'attachedToRef') ?? '');
    if (!host)
      return report(
        'error',
        'This event must sit on the border of a step. Drag it onto one.',
        'attachedToRef',
      );
    if (host.scope !== node.scope)
      return report(
        'error',
        'This event and the step it sits on are in different sub-processes.',
        'attachedToRef',
      );
    if (!/(?:Task|SubProcess|Transaction|CallActivity)$/.test(host.element.type))
      report('error', 'Only steps and sub-processes can have an event on their border.', 'attachedToRef');
  },
};

/** Nothing happens after it. */
export const boundaryLeadsOn: ElementRule = {
  code: 'boundary-leads-on',
  check({ node, report }) {
    // how a step is undone is drawn with an association, not with a path
    if (node.definitions.some((definition) => definition.type === 'bpmn:CompensateEventDefinition')) return;
    if (node.outgoing.length === 0 && node.incoming.length === 0)
      report('warning', 'Nothing follows this event: draw what happens then.', {
        constraints: ['EXT.113'],
      });
  },
};
