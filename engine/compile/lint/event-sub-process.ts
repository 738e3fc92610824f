import { definitionsOf } from '../events';
import { isEventSubProcess } from '../flow-model';
import { titleOf } from '../read';
import { rule } from './rule';

/** An event sub-process begins with its one start event and is no step of a path (BPMN 2.0.2, 10.3, Sub-Processes). */
export const eventSubProcess = rule('event-sub-process', ({ document, model }, report) => {
  for (const node of model.nodes.values()) {
    const { element, incoming, outgoing } = node;
    if (!model.executable.has(node.process) || !isEventSubProcess(element)) continue;
    const name = titleOf(element);
    if (incoming.length > 0)
      report(
        'error',
        element,
        `No arrow may lead to “${name}”: it starts by its event alone. Delete the arrow.`,
        {
          constraints: ['EXT.057', 'EXT.022'],
        },
      );
    if (outgoing.length > 0)
      report('error', element, `No arrow may leave “${name}”: it ends by itself. Draw what follows inside.`, {
        constraints: ['EXT.057', 'EXT.021'],
      });
    const starts = (model.scopes.get(node.id)?.nodes ?? []).filter(
      (inner) => inner.element.type === 'bpmn:StartEvent',
    );
    if (starts.length !== 1)
      report(
        'error',
        element,
        `“${name}” has ${starts.length === 0 ? 'no start event' : `${starts.length} start events`}, but needs exactly one. Make it one event sub-process for each event.`,
        { constraints: ['EXT.058'] },
      );
    for (const start of starts)
      if (!definitionsOf(document, start.element).some(({ type }) => TRIGGER.test(type)))
        report(
          'error',
          start.element,
          `Nothing ever starts “${name}”: give its start event a trigger, such as a message or a timer.`,
          { constraints: ['EXT.059'] },
        );
  }
});

const TRIGGER = /^bpmn:(?:Message|Timer|Error|Escalation|Compensate|Conditional|Signal)EventDefinition$/;
