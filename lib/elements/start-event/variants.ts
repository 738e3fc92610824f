import { eventVariants, SEVERAL } from '../event/variants';

/** Starts of event sub-processes that leave what is around them running. */
const BESIDE = { isInterrupting: false };
const beside = (what: string): string => `${what} beside the process (event sub-process)`;

/** Every start that can be drawn. */
export const startVariants = eventVariants({ kind: 'start-event', type: 'bpmn:StartEvent', primary: '' }, [
  ['', 'Start', []],
  ['message', 'Message start', ['message']],
  ['timer', 'Timer start', ['timer']],
  ['signal', 'Signal start', ['signal']],
  ['conditional', 'Condition start', ['conditional']],
  ['error', 'Error start (event sub-process)', ['error']],
  ['escalation', 'Escalation start (event sub-process)', ['escalation']],
  ['compensation', 'Compensation start (event sub-process)', ['compensation']],
  ['message-beside', beside('Message start'), ['message'], BESIDE],
  ['timer-beside', beside('Timer start'), ['timer'], BESIDE],
  ['signal-beside', beside('Signal start'), ['signal'], BESIDE],
  ['conditional-beside', beside('Condition start'), ['conditional'], BESIDE],
  ['escalation-beside', beside('Escalation start'), ['escalation'], BESIDE],
  ['multiple-beside', beside('Start on any of several'), SEVERAL, BESIDE],
  [
    'parallel-multiple-beside',
    beside('Start on all of several'),
    SEVERAL,
    { ...BESIDE, parallelMultiple: true },
  ],
  ['multiple', 'Start on any of several', SEVERAL],
  ['parallel-multiple', 'Start on all of several', SEVERAL, { parallelMultiple: true }],
]);
