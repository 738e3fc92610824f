import type { Expression } from '@/engine/core/model';
import type { UserTaskConfig } from '../user-task/config';

export interface Outcome {
  id: string;
  label: string;
  tone: 'positive' | 'negative' | 'neutral';
  commentRequired: boolean;
}

export interface ApprovalConfig extends UserTaskConfig {
  /** False passes the step with outcome `not-required`. */
  requiredIf?: Expression;
  /** The person who started the instance may not decide. */
  notInitiator: boolean;
  /** Whoever completed one of these elements may not decide. */
  notDoneBy: string[];
  /** The AI call whose suggestion is shown. */
  aiSource?: string;
  outcomes: Outcome[];
  /** `{outcome, comment, by, byName, at}` is written here. */
  resultVariable: string;
  /** Text with `{{ }}` parts: what is being decided. */
  sentence?: string;
}
