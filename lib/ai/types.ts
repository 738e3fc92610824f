import type { Json, JsonObject } from '@/engine/core/json';
import type { AiCallConfig, ConfidenceSource } from '@/lib/elements/ai-call/config';
import type { Spender } from './budget/day';

/** What a call to a model needs of an AI step. */
export type CallConfig = Pick<
  AiCallConfig,
  | 'provider'
  | 'model'
  | 'fallbacks'
  | 'temperature'
  | 'maxTokens'
  | 'budget'
  | 'requireQuotes'
  | 'onBudget'
  | 'timeoutMs'
  | 'outputSchema'
  | 'confidenceSource'
  | 'threshold'
>;

export interface CallContext {
  /** Ends the call. */
  signal: AbortSignal;
  /** Sent with every request; constant over retries. */
  idempotencyKey: string;
  /** Told of the answer while it is written; absent: it is waited for. Of several answers that are compared, the first. */
  listener?: CallListener;
  /** The step that a daily limit is kept for; there wherever there is such a limit. */
  spender?: Spender;
  /** Somebody tries the step out as it is being drawn. */
  trial?: boolean;
}

/** How much of a step's cost limits is used, in units of the currency. */
export interface BudgetUse {
  currency: string;
  /** By this call, over all models of its chain. */
  used: number;
  maxCost?: number;
  maxCostPerDay?: number;
  /** By the step today with what calls under way may cost; absent where it wasn't looked up. */
  usedToday?: number;
}

/** Follows an answer while it is written. */
export interface CallListener {
  /** The next piece of the text. */
  text(piece: string): void;
  /** An answer is complete; what is wrong with it. With problems the model is told them and begins anew. */
  checked(problems: string[]): void;
  /** A model gave no answer; the next one of the chain is asked. */
  passedOn?(attempt: AiAttempt): void;
}

/** A model of a chain that was asked and gave no answer. */
export interface AiAttempt {
  /** Its name, or the id that the step gives where nobody configured it. */
  provider: string;
  /** Empty where the provider isn't known, so that nothing says its model. */
  model: string;
  /** Where it processes data, as was stated at the time; null: not stated. */
  region?: string | null;
  code: string;
  /** Why it gave no answer; redacted. */
  message: string;
  /** Absent where nothing was sent. */
  latencyMs?: number;
  tokens?: TokenCount;
  cost?: AiReport['cost'];
}

/** Words of the input that an answer rests on; `start` and `end` are UTF-16 offsets in the prompt when they are found. */
export interface EvidenceQuote {
  quote: string;
  /** Path of the field they are for, such as `amount` or `lines.0.price`. */
  field?: string;
  start?: number;
  end?: number;
}

/** What an AI step writes into its result variable. */
export interface AiResult {
  value: Json;
  /** 0 to 1; what it says depends on its source. */
  confidence: number;
  /** How the confidence was really measured, which is not what was asked for when the provider can't give that. */
  confidenceSource: ConfidenceSource;
  confidenceNote?: string;
  /** The model's own words, only for the source `self-report`. */
  selfReport?: SelfReport;
  rationale: string;
  evidence: EvidenceQuote[];
  /** The step refuses answers whose quotes don't stand in what the prompt was given: all of these do. */
  quotesRequired?: true;
  belowThreshold: boolean;
  provider: string;
  model: string;
  simulated: boolean;
  /** Models that were asked before and why they didn't answer; absent when the first one did. */
  attempts?: Pick<AiAttempt, 'provider' | 'model' | 'code' | 'message'>[];
}

export const SELF_REPORTS = ['sure', 'fairly sure', 'unsure'] as const;
export type SelfReport = (typeof SELF_REPORTS)[number];

/** One deterministic check of an answer, for `schema-checks` and for the record. */
export interface Check {
  check: string;
  passed: boolean;
}

export interface TokenCount {
  input: number;
  output: number;
}

/** What is recorded of a call beside its result. */
export interface AiReport {
  provider: string;
  providerKind: string;
  model: string;
  simulated: boolean;
  /** Where the provider processes data, as was stated at the time; null: not stated. */
  region?: string | null;
  request: JsonObject;
  /** Every answer of the model in order, with what was wrong with it. */
  responses: { text: string; problems: string[] }[];
  checks: Check[];
  tokens: TokenCount;
  latencyMs: number;
  /** In units of `currency`; null when no price is known. */
  cost: { amount: number; currency: string } | null;
  /** Absent where nothing is limited. */
  budget?: BudgetUse;
  /** Models of the chain that gave no answer, in order, each with what it used; absent when the first one answered. */
  attempts?: AiAttempt[];
}

export type AiFailure = Extract<AiOutcome, { ok: false }>;

export type AiOutcome =
  | { ok: true; result: AiResult; report: AiReport }
  | {
      ok: false;
      code: string;
      message: string;
      retryable: boolean;
      retryAfterMs?: number;
      report?: AiReport;
    };
