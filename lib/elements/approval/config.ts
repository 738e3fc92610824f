import type { Expression } from '@/engine/core/model';
import type { UserTaskConfig } from '../user-task/config';

export interface Outcome {
  id: string;
  label: string;
  tone: 'positive' | 'negative' | 'neutral';
  commentRequired: boolean;
}

/** How many people must decide alike, and when turning down ends it. */
export interface QuorumRule {
  /** `value` people (`count`), that share of them in per cent (`share`), or everybody asked (`all`). */
  need: 'all' | 'count' | 'share';
  value: number;
  /** How many are asked; absent: as many as are named as candidates when the task opens. */
  of?: number;
  /** Turning down decides at once, or when agreement is out of reach. */
  reject: 'first' | 'out-of-reach';
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
  /** Absent: the first decision decides. */
  quorum?: QuorumRule;
  /** `{outcome, comment, by, byName, at}` is written here; with a quorum also `decisions`, one of each person in order. */
  resultVariable: string;
  /** Deciding needs a signature, which means this. Absent: it doesn't. */
  signature?: { meaning: string };
  /** Text with `{{ }}` parts: what is being decided. */
  sentence?: string;
}
