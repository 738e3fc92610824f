import type { Counts } from './counts';

/** Where the simulator and BPMN 2.0.2 (formal/2013-12-09) differ, and what the standard gives. */
export interface Difference {
  scenario: string;
  /** Which of the scenario's looks, from 0. */
  look?: number;
  /** Of BPMN 2.0.2: its number, or the name of what is said in it. */
  clause: string;
  why: string;
  /** By how much the standard's count differs from the simulator's, by element or flow. */
  flows?: Counts;
  entered?: Counts;
  left?: Counts;
  active?: Counts;
}

const BROADCAST =
  'A signal is broadcast: who waits for it on the border of the activity gets it as well as who waits inside it.';
const ONE_START =
  'An event sub-process has one start event, which begins it; nothing else in it may begin without an incoming flow.';
const MINUS = -1;

const less = (...ids: string[]): Counts => Object.fromEntries(ids.map((id) => [id, MINUS]));

/** A difference that every model with such an element shows, so that it is known beforehand what it makes. */
export const EVENT_GATEWAYS = {
  clause: '13.4, Event-Based Gateway',
  why:
    'The branch of the event that comes first is activated, so a token goes along the flow from the gateway to that event; ' +
    'the simulator lets the event begin without one.',
  /** Scenarios that show it. */
  scenarios: [
    'event-based-gateway',
    'message-flow-trigger-event-based-gateway-multiple-events',
    'signal-trigger-event-based-gateway',
  ],
} as const;

export const DIFFERENCES: readonly Difference[] = [
  {
    scenario: 'error-no-catch',
    clause: '10.5, Error',
    why:
      'What an error does that nothing catches is left to the engine, which commonly ends the instance; ours ends it as ' +
      'failed, the simulator goes on as if nothing had happened.',
    flows: less('Flow_2'),
    entered: less('End'),
    left: less('End', 'S'),
  },
  {
    scenario: 'signal-consume',
    clause: '10.5.1',
    why: `${BROADCAST} The simulator lets the inner one consume it.`,
    flows: { ...less('Flow_3', 'Flow_07fma4i'), Flow_0q92w6l: 1 },
    entered: { ...less('S_EVT_START', 'S_EVT_END', 'END'), S_SIGNAL_BOUNDARY: 1, CANCEL_END: 1 },
    left: { ...less('S_EVT_START', 'S_EVT_END', 'S_EVT', 'END'), S_SIGNAL_BOUNDARY: 1, CANCEL_END: 1 },
  },
  {
    scenario: 'signal-rethrow',
    clause: '10.5.1',
    why: `${BROADCAST} It leaves the activity at once, before the inner one throws the signal again.`,
    flows: less('Flow_3'),
    entered: less('S_EVT_START', 'S_EVT_END'),
    left: less('S_EVT_START'),
  },
  {
    scenario: 'compensation-nested',
    clause: '10.7',
    why:
      'An activity is undone by a compensation event sub-process or by the compensation activity on its border, not by ' +
      'both; where both are drawn the one on the border counts.',
    flows: less('Flow_0my3iyg', 'Flow_1buo09l'),
    entered: less('E', 'E_START', 'E_COMP', 'E_COMP_END', 'COMP_A'),
    left: less('E', 'E_START', 'E_COMP', 'E_COMP_END', 'COMP_A'),
  },
  {
    scenario: 'event-sub-process-implicit-start',
    clause: '10.3, Sub-Processes',
    why: ONE_START,
    flows: less('Flow_2'),
    entered: less('TASK', 'END'),
    left: less('TASK', 'END'),
  },
  {
    scenario: 'event-sub-process-multiple-starts',
    clause: '10.3, Sub-Processes',
    why: ONE_START,
    flows: less('Flow_1k4hlq1'),
    entered: less('E', 'E_SIG_START', 'E_SIG_END'),
    left: less('E', 'E_SIG_START', 'E_SIG_END'),
  },
  {
    scenario: 'process-implicit-start-none-event',
    clause: '10.5, Start Event',
    why: 'Where there is a start event, what else has no incoming flow does not begin, and the join waits for ever.',
    flows: less('Flow_1'),
    entered: less('TASK', 'GATEWAY'),
    left: less('TASK', 'GATEWAY', 'Process_1'),
    active: { GATEWAY: 1, Process_1: 1 },
  },
  {
    scenario: 'sub-process-multiple-starts',
    clause: '13.3.4',
    why:
      'Activities without incoming flows begin with their sub-process only where it has no start event, so the join ' +
      'waits for ever.',
    flows: less('Flow_04np5cn', 'Flow_0nd3g7s', 'Flow_1d3hgg9'),
    entered: less('T', 'M_THROW', 'S_DIRECT_END', 'JOIN', 'S_END', 'END'),
    left: less('T', 'M_THROW', 'S_DIRECT_END', 'JOIN', 'S_END', 'S', 'END', 'Process_1'),
    active: { JOIN: 2, S: 1, Process_1: 1 },
  },
];
