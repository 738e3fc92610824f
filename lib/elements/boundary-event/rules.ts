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

/** An error always ends its step; the file says it doesn't. */
export const errorInterrupts: ElementRule = {
  code: 'error-interrupts',
  check({ element, document, report }) {
    const [definition] = element.children.eventDefinitions ?? [];
    if (element.attrs.cancelActivity !== false || !definition) return;
    if (document.elements[definition]?.type === 'bpmn:ErrorEventDefinition')
      report('error', 'An error always stops its step: make this event interrupting.', 'interrupting');
  },
};

/** Nothing happens after it. */
export const boundaryLeadsOn: ElementRule = {
  code: 'boundary-leads-on',
  check({ node, report }) {
    if (node.outgoing.length === 0 && node.incoming.length === 0)
      report('warning', 'Nothing follows this event: draw what happens then.');
  },
};
