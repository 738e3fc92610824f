import { z } from 'zod';

export const CONFIDENCE_SOURCES = ['schema-checks', 'field-agreement', 'logprobs', 'self-report'] as const;

/** So many models can stand in for the first one. */
export const MOST_FALLBACKS = 5;

/** One model of the chain; empty members mean the default, as in the step itself. */
export const linkSchema = z.object({ provider: z.string().default(''), model: z.string().default('') });
export type LinkView = z.infer<typeof linkSchema>;

/** What follows when a limit is reached: a person decides, or the next model of the chain is asked. */
export const ON_BUDGET = ['incident', 'fallback'] as const;

export const aiCallSchema = z.object({
  /** Provider id from Settings; empty for the default. */
  provider: z.string().default(''),
  model: z.string().default(''),
  /** Who is asked, in order, when the model above gives no answer. */
  fallbacks: z.array(linkSchema).max(MOST_FALLBACKS).default([]),
  temperature: z.number().min(0).max(2).optional(),
  maxTokens: z.number().int().min(1).optional(),
  /** Of one call with its corrections and fallbacks, in units of the currency. */
  maxCost: z.number().min(0).optional(),
  /** Of all calls of the step on one day (UTC). */
  maxCostPerDay: z.number().min(0).optional(),
  /** Of both limits, ISO 4217. */
  currency: z.string().default('EUR'),
  onBudget: z.enum(ON_BUDGET).default('incident'),
  /** ISO 8601 duration. */
  timeout: z.string().default('PT30S'),
  retries: z.number().int().min(0).max(20).default(2),
  /** Texts with `{{variable.path}}` or `{{= FEEL }}`. */
  systemPrompt: z.string().default(''),
  userPrompt: z.string().default(''),
  /** JSON Schema of the answer, as text. */
  outputSchema: z.string().default(''),
  /** An answer must carry quotes that stand in what the prompt is given, word for word. */
  requireQuotes: z.boolean().default(false),
  resultVariable: z.string().default('answer'),
  confidenceSource: z.enum(CONFIDENCE_SOURCES).default('schema-checks'),
  /** 0 to 1; below it the answer is marked `belowThreshold`. */
  threshold: z.number().min(0).max(1).default(0.9),
});
export type AiCallView = z.infer<typeof aiCallSchema>;
