import { isEvent } from '../events';
import { reference } from '../read';
import { rule } from './rule';

/** Cancelling is something that only transactions do (BPMN 2.0.2, tables 10.88 and 10.90). */
export const cancelEvent = rule('cancel-event', ({ document, model }, report) => {
  for (const node of model.nodes.values()) {
    const { element } = node;
    if (!model.executable.has(node.process) || !isEvent(document, node, 'Cancel')) continue;
    const host = model.nodes.get(reference(element, 'attachedToRef') ?? '');
    if (element.type === 'bpmn:BoundaryEvent' && host?.element.type !== 'bpmn:Transaction')
      report('error', element, 'Only a transaction can be cancelled. Put this event on the border of one.', {
        constraints: ['EXT.111'],
      });
    if (element.type === 'bpmn:EndEvent' && model.scopes.get(node.scope)?.element.type !== 'bpmn:Transaction')
      report(
        'error',
        element,
        'Only a transaction can be cancelled. Use an error or terminate end event here.',
        {
          constraints: ['EXT.106'],
        },
      );
  }
});
