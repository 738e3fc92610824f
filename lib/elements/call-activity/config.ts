import type { CallStarted } from '@/engine/core/events';
import type { Expression } from '@/engine/core/model';

export interface CallActivityConfig {
  /** Gives the key of the called process. */
  processKey: Expression;
  binding: CallStarted['binding'];
  businessKey?: Expression;
  /** All visible variables go to the called process; else only what input mappings make. */
  allParentVariables: boolean;
  /** All variables of the called process come back where there are no output mappings. */
  allChildVariables: boolean;
}
