import { mustGet } from '@/lib/document';
import { type EventView, readEvent, writeEvent } from '@/lib/triggers/view';
import type { BpmnBinding } from '../define';
import { joinPatches } from '../patch';

/** The binding of events whose only fields are those of their triggers. */
export const eventBinding: BpmnBinding<EventView> = { read: readEvent, write: writeEvent };

/** The binding of events that may interrupt what they belong to. */
export function interruptingBinding<View extends EventView & { interrupting: boolean }>(
  attribute: 'cancelActivity' | 'isInterrupting',
): BpmnBinding<View> {
  return {
    read: (document, id) =>
      ({
        ...readEvent(document, id),
        interrupting: mustGet(document, id).attrs[attribute] !== false,
      }) as View,
    write(view, document, id) {
      const attrs = { [attribute]: view.interrupting ? null : false };
      const before = mustGet(document, id).attrs[attribute] !== false;
      const own = before === view.interrupting ? {} : { update: { [id]: { attrs } } };
      return joinPatches(own, writeEvent(view, document, id));
    },
  };
}
