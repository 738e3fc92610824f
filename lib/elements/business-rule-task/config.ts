import type { Binding } from '@/engine/core/events';
import type { Expression } from '@/engine/core/model';
import type { ResultMapping } from './result-mapping';

/** A decision that is decided by its id, in the version that the binding means. */
export interface BusinessRuleTaskConfig {
  decision: Expression;
  binding: Binding;
  mapping: ResultMapping;
  resultVariable: string;
}
