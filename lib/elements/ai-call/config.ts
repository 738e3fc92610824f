import type { Json } from '@/engine/core/json';
import type { Expression } from '@/engine/core/model';

/** Where a confidence comes from; a model's own opinion is never shown as a probability. */
export type ConfidenceSource = 'schema-checks' | 'field-agreement' | 'logprobs' | 'self-report';

/** Literal text and FEEL parts of a prompt, in order. */
export type PromptTemplate = readonly (string | Expression)[];

export interface AiCallConfig {
  /** Provider id from Settings; absent means the default provider. */
  provider?: string;
  model?: string;
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
