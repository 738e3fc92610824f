import type { ElementRule } from '../define';

/** An event sub-process begins at exactly one start event, and no path leads to or from it (BPMN 2.0.2, 10.3.5). */
export const eventSubProcessRules: readonly ElementRule[] = [
  {
    code: 'event-sub-process-start',
    check({ element, model, report }) {
      const nodes = model.scopes.get(element.id)?.nodes ?? [];
      const starts = nodes.filter((node) => node.element.type === 'bpmn:StartEvent');
      if (starts.length !== 1)
        report(
          'error',
          starts.length === 0
            ? 'Nothing starts this event sub-process: draw a start event with a trigger inside it.'
            : 'An event sub-process has exactly one start event. Put several triggers into one start event, or draw several event sub-processes.',
        );
      else if (starts[0]?.definitions.length === 0)
        report(
          'error',
          'The start event of this event sub-process needs a trigger, such as a message or a timer.',
        );
    },
  },
  {
    code: 'event-sub-process-flows',
    check({ node, report }) {
      if (node.incoming.length + node.outgoing.length + node.boundary.length > 0)
        report(
          'error',
          'An event sub-process has no paths and no events on its border: its start event begins it.',
        );
    },
  },
];
