import { eventVariants, SEVERAL } from '../event/variants';

const KIND = { kind: 'boundary-event', type: 'bpmn:BoundaryEvent', primary: 'timer' };
const BESIDE = { cancelActivity: false };
const ALL = { parallelMultiple: true };

/** Every event that can be put on the border of a step. */
export const boundaryVariants = eventVariants(KIND, [
  ['timer', 'After some time, stop the step', ['timer']],
  ['reminder', 'After some time, go on beside it', ['timer'], BESIDE],
  ['error', 'On an error', ['error']],
  ['message', 'On a message, stop the step', ['message']],
  ['message-beside', 'On a message, go on beside it', ['message'], BESIDE],
  ['signal', 'On a signal, stop the step', ['signal']],
  ['signal-beside', 'On a signal, go on beside it', ['signal'], BESIDE],
  ['conditional', 'On a condition, stop the step', ['conditional']],
  ['conditional-beside', 'On a condition, go on beside it', ['conditional'], BESIDE],
  ['escalation', 'On an escalation, stop the step', ['escalation']],
  ['escalation-beside', 'On an escalation, go on beside it', ['escalation'], BESIDE],
  ['compensation', 'How the step is undone', ['compensation']],
  ['cancel', 'When the transaction is cancelled', ['cancel']],
  ['multiple', 'On any of several, stop the step', SEVERAL],
  ['multiple-beside', 'On any of several, go on beside it', SEVERAL, BESIDE],
  ['parallel-multiple', 'On all of several, stop the step', SEVERAL, ALL],
  ['parallel-multiple-beside', 'On all of several, go on beside it', SEVERAL, { ...ALL, ...BESIDE }],
]);
