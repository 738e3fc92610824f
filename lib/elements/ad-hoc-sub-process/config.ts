import type { Gathering } from '@/engine/core/behavior';
import type { Expression } from '@/engine/core/model';

export interface AdHocConfig {
  /** One after the other, in the order of the document; else all at once. */
  sequential: boolean;
  completionCondition?: Expression;
  /** When the completion condition is met, what still runs is ended; else it is waited for. */
  cancelRemaining: boolean;
  /** Gives the ids of the activities to begin with; absent: all. */
  activeElements?: Expression;
  /** Activities that nothing leads to. */
  inner: readonly string[];
  /** The list to which each ended path inside adds its output. */
  gathers?: Gathering;
}
