import type { Counts } from './counts';

/** Where the simulator and BPMN 2.0.2 (formal/2013-12-09) differ, and what the standard gives. */
export interface Difference {
  scenario: string;
  /** Which of the scenario's looks, from 0. */
  look?: number;
  /** Of BPMN 2.0.2. */
  clause: string;
  why: string;
  /** By how much the standard's count differs from the simulator's, by element or flow. */
  flows?: Counts;
  entered?: Counts;
  left?: Counts;
  active?: Counts;
}

export const DIFFERENCES: readonly Difference[] = [];
