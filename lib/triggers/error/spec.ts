import { defineTrigger } from '../define';
import { errorView, readError, writeError } from './bpmn';
import { catchError, throwError } from './compile';

/** Ends the step or scope it happens in; the innermost event that catches its code goes on. */
export const error = defineTrigger({
  name: 'error',
  type: 'bpmn:ErrorEventDefinition',
  label: 'error',
  view: errorView,
  read: readError,
  write: writeError,
  catches: catchError,
  throws: throwError,
});
