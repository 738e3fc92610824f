import { defineTrigger } from '../define';

/** Ends everything that still runs in the scope around it. */
export const terminate = defineTrigger({
  name: 'terminate',
  type: 'bpmn:TerminateEventDefinition',
  label: 'termination',
  throws: () => [{ type: 'terminate' }],
});
