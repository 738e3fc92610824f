import { defineTrigger } from '../define';
import { catchCancel, throwCancel } from './compile';

/** Cancels a transaction: what was done in it is undone. */
export const cancel = defineTrigger({
  name: 'cancel',
  type: 'bpmn:CancelEventDefinition',
  label: 'cancellation',
  catches: catchCancel,
  throws: throwCancel,
});
