import type { Expression } from '@/engine/core/model';

/** A decision that is decided by its id, the newest version unless one is named. */
export interface BusinessRuleTaskConfig {
  decision: Expression;
  version?: number;
  resultVariable: string;
}
