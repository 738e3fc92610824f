import type { Json } from '@/engine/core/json';
import type { Expression } from '@/engine/core/model';
import type { Span } from './rendered';

/** Where a confidence comes from; a model's own opinion is never shown as a probability. */
export type ConfidenceSource = 'schema-checks' | 'field-agreement' | 'logprobs' | 'self-report';

/** Literal text and FEEL parts of a prompt, in order. */
export type PromptTemplate = readonly (string | Expression)[];

/** One model of the chain that is asked. */
export interface AiLink {
  /** Provider id from Settings; absent means the default provider. */
  provider?: string;
  /** Absent means the model that Settings name for the provider. */
  model?: string;
}

/** What an AI step may cost at most; of the limits one at least is there. */
export interface AiBudget {
  /** Of one call with its corrections and fallbacks, in units of the currency. */
  maxCost?: number;
  /** Of all calls of the step on one day (UTC), over all instances and versions. */
  maxCostPerDay?: number;
  /** ISO 4217. */
  currency: string;
}

export interface AiCallConfig extends AiLink {
  /** Asked in order when those before gave no answer. */
  fallbacks?: readonly AiLink[];
  temperature?: number;
  /** Of one answer. */
  maxTokens?: number;
  budget?: AiBudget;
  /** What follows when a limit of cost or tokens is reached; absent: an incident. */
  onBudget?: 'fallback';
  timeoutMs: number;
  retries: number;
  systemPrompt: PromptTemplate;
  userPrompt: PromptTemplate;
  /** JSON Schema of the answer. */
  outputSchema: Json;
  /** An answer is refused unless its quotes stand in what the prompt is given; absent: they are only checked. */
  requireQuotes?: true;
  resultVariable: string;
  confidenceSource: ConfidenceSource;
  /** 0 to 1; below it `belowThreshold` is true. */
  threshold: number;
}

/** What the activation hands to the worker: rendered once, constant over retries. */
export interface AiCallPayload {
  system: string;
  prompt: string;
  /** Where in `prompt` the given values stand; only where quotes are required. */
  inputs?: readonly Span[];
}
