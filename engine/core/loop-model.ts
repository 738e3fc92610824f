import type { Expression } from './model';
import type { Throw } from './triggers';

/** Repeats an activity while a condition holds (BPMN 2.0.2, 10.3.8 Standard Loop). */
export interface StandardLoop {
  type: 'standard';
  testBefore: boolean;
  /** At most so many iterations; absent when only the condition ends it. */
  maximum?: number;
  /** Absent: true as long as `maximum` allows. */
  condition?: Expression;
}

/** Runs an activity once for each of several items (BPMN 2.0.2, 10.3.8 Multi-Instance). */
export interface MultiInstance {
  type: 'multi';
  sequential: boolean;
  /** Exactly one of `cardinality` and `collection`. */
  cardinality?: Expression;
  collection?: Expression;
  /** The variable that holds an instance's item. */
  inputElement?: string;
  /** The list in the surrounding scope that gathers `outputElement` of each instance, in the order of the items. */
  outputCollection?: string;
  outputElement?: Expression;
  /** Evaluated whenever an instance completes; true ends the others. */
  completionCondition?: Expression;
  /**
   * Events thrown while instances complete: `none` for each of them, `one` for the first, `complex` where a condition
   * says so. They don't interrupt the activity.
   */
  behavior:
    | { of: 'all' }
    | { of: 'none' | 'one'; throws: Throw }
    | { of: 'complex'; rules: readonly ComplexRule[] };
}

export interface ComplexRule {
  condition: Expression;
  throws: Throw;
}

export type Loop = StandardLoop | MultiInstance;
