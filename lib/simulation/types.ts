import type { JsonObject } from '@/engine/core/json';
import type { InstanceStatus } from '@/engine/core/state';

/**
 * One thing that somebody or something outside does. `at` is an element's BPMN id; where several of its tokens wait, the
 * one that waits longest is meant.
 */
export type Step =
  /** Work, an AI call or a called process is done; the variables it brings. */
  | { at: string; result: JsonObject }
  /** Work or a called process ends with a BPMN error. */
  | { at: string; error: string; message?: string; variables?: JsonObject }
  /** Work fails technically and no retry is left: an incident. */
  | { at: string; fail: string }
  /** A person completes the task; `outcome` of an approval, `by` a person's id. */
  | { at: string; form: JsonObject; outcome?: string; comment?: string; by?: string }
  /** A gateway takes these flows, whatever its conditions say; an empty list lets the conditions decide. */
  | { at: string; flows: readonly string[] }
  /** The clock jumps to the timer, and it fires. */
  | { at: string; timer: 'fire' }
  | { at: string; message: JsonObject }
  | { at: string; signal: JsonObject }
  /** The called process throws an escalation. */
  | { at: string; escalation: string }
  /** Somebody chooses activities of an ad-hoc sub-process. */
  | { at: string; activate: readonly string[] }
  /** An incident is resolved with these variables, and the step is tried again. */
  | { at: string; retry: JsonObject }
  /** An ISO 8601 duration passes; timers that become due on the way fire. */
  | { wait: string }
  /** Variables of the process change. */
  | { set: JsonObject };

/** How an instance begins. */
export interface ScenarioStart {
  /** The start event; needed where the process has several. */
  event?: string;
  variables?: JsonObject;
  /** A person's id. */
  by?: string;
}

/** What must be true in the end. What is left out isn't looked at. */
export interface Expectation {
  /** `completed` when absent. */
  status?: InstanceStatus;
  /** Ids of the end events that were reached, each once, in any order. */
  ends?: readonly string[];
  /** Ids of the elements that wait, in any order; for an instance that still runs. */
  waits?: readonly string[];
  /** Of an object only the members named here are compared. */
  variables?: JsonObject;
}

/** A path through a process and what it must lead to. See docs/scenarios.md. */
export interface Scenario {
  /** Its name. */
  scenario: string;
  /** BPMN id of the process; needed where the document has several that run. */
  process?: string;
  /** When it begins, RFC 3339 UTC; {@link SCENARIO_CLOCK} when absent. */
  clock?: string;
  start?: ScenarioStart;
  steps: readonly Step[];
  expect: Expectation;
}

/** When a scenario begins that doesn't say: a working day without a change of clocks nearby. */
export const SCENARIO_CLOCK = '2026-01-05T09:00:00.000Z';

/** An expected refusal, in words. */
export interface Refused {
  ok: false;
  message: string;
  elementId?: string;
}
