import type { DocElement, ProcessDocument } from '../document';
import { isEvent } from '../events';
import { ofType } from '../of-type';
import { get, reference, titleOf } from '../read';
import { rule } from './rule';

/** A compensation event leads to its handler by an association, never by an arrow (BPMN 2.0.2, 10.5.6 and 10.7). */
export const compensationHandler = rule('compensation-handler', ({ document, model }, report) => {
  for (const node of model.nodes.values()) {
    const { element } = node;
    if (!model.executable.has(node.process) || element.type !== 'bpmn:BoundaryEvent') continue;
    if (!isEvent(document, node, 'Compensate')) continue;
    if (node.outgoing.length > 0)
      report(
        'error',
        element,
        'Compensation is no path: delete the arrow and connect the handler by an association.',
        {
          constraints: ['EXT.114'],
        },
      );
    const handlers = associated(document, element);
    if (handlers.length === 0)
      report(
        'warning',
        element,
        'Nothing undoes this step: connect the event with a step marked for compensation.',
        {
          constraints: ['EXT.143'],
        },
      );
    for (const handler of handlers)
      if (handler.attrs.isForCompensation !== true)
        report(
          'error',
          handler,
          `“${titleOf(handler)}” undoes a step, but isn't marked for compensation. Mark it.`,
          {
            field: 'isForCompensation',
            constraints: ['EXT.144'],
          },
        );
  }
});

function associated(document: ProcessDocument, event: DocElement): DocElement[] {
  return ofType(document, 'bpmn:Association').flatMap((element) => {
    const ends = [reference(element, 'sourceRef'), reference(element, 'targetRef')];
    const other = ends.includes(event.id) ? ends.find((id) => id !== event.id) : undefined;
    const handler = get(document, other);
    return handler && /(?:Task|SubProcess|CallActivity|Transaction)$/.test(handler.type) ? [handler] : [];
  });
}
