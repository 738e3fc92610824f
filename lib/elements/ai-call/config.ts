import type { Json } from '@/engine/core/json';
import type { Expression } from '@/engine/core/model';

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

export interface AiCallConfig extends AiLink {
  /** Asked in order when those before gave no answer. */
  fallbacks?: readonly AiLink[];
  temperature?: number;
  maxTokens?: number;
  timeoutMs: number;
  retries: number;
  systemPrompt: PromptTemplate;
  userPrompt: PromptTemplate;
  /** JSON Schema of the answer. */
  outputSchema: Json;
  resultVariable: string;
  confidenceSource: ConfidenceSource;
  /** 0 to 1; below it `belowThreshold` is true. */
  threshold: number;
}

/** What the activation hands to the worker: rendered once, constant over retries. */
export interface AiCallPayload {
  system: string;
  prompt: string;
}
