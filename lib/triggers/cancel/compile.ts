import type { CompileContext } from '@/engine/compile/registry';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { attachedTo, get } from '@/lib/document';

const TRANSACTION = 'bpmn:Transaction';

/** Caught on the border of a transaction only (BPMN 2.0.2, table 10.90). */
export function catchCancel({ document, element, report }: CompileContext): Trigger[] {
  if (element.type === 'bpmn:BoundaryEvent' && attachedTo(document, element.id)?.type !== TRANSACTION)
    report(
      'error',
      'cancel-event',
      'Only a transaction can be cancelled: put this event on the border of one.',
    );
  return [{ type: 'cancel' }];
}

/** Thrown directly inside a transaction only. */
export function throwCancel({ document, element, report }: CompileContext): Throw[] {
  if (get(document, element.parent)?.type !== TRANSACTION)
    report('error', 'cancel-event', 'Only a transaction can be cancelled: put this end inside one.');
  return [{ type: 'cancel' }];
}
