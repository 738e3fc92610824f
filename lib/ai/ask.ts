import 'server-only';
import { generateText, type ModelMessage, type OutputInterface, type ProviderMetadata } from 'ai';
import type { Json, JsonObject } from '@/engine/core/json';
import { jsonIn } from './answer/parse';
import { type Violation, violations, violationText } from './answer/validate';
import { AiError } from './errors';
import type { ModelV3 } from './providers/types';
import type { SelfReport, TokenCount } from './types';

/** How often a model is told what was wrong with its answer before the call fails. */
const MAX_REPAIRS = 2;

// The SDK would print its warnings to the log of the server.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

export interface Question {
  providerName: string;
  model: ModelV3;
  system: string;
  prompt: string;
  /** Of the whole answer, value and reasons. */
  schema: JsonObject;
  temperature?: number;
  maxTokens?: number;
  providerOptions: Record<string, JsonObject>;
  idempotencyKey: string;
  signal: AbortSignal;
  /** Collects what was said and spent, also when the call fails later. */
  record: Recording;
}

/** What a call has used up so far. */
export class Recording {
  readonly responses: { text: string; problems: string[] }[] = [];
  readonly tokens: TokenCount = { input: 0, output: 0 };
}

export interface Answer {
  value: Json;
  rationale: string;
  evidence: { quote: string; field?: string }[];
  certainty?: SelfReport;
  /** What was wrong with the first answer. */
  first: Violation[];
  metadata: ProviderMetadata | undefined;
}

/**
 * Asks until the answer is valid against its schema, at most three times, each time saying what was wrong.
 * @throws AiError; exceptions of the provider's code as they are
 */
export async function ask(question: Question): Promise<Answer> {
  const messages: ModelMessage[] = [{ role: 'user', content: question.prompt }];
  let first: Violation[] | undefined;
  for (let attempt = 0; attempt <= MAX_REPAIRS; attempt++) {
    const { text, metadata } = await generate(question, messages, attempt);
    const answer = jsonIn(text);
    const wrong =
      answer === undefined
        ? [{ path: '', message: 'is not a JSON object' }]
        : violations(question.schema, answer);
    question.record.responses.push({ text, problems: wrong.map(violationText) });
    first ??= wrong;
    if (wrong.length === 0) return { ...(answer as Omit<Answer, 'first' | 'metadata'>), first, metadata };
    messages.push(
      { role: 'assistant', content: text || '(empty)' },
      { role: 'user', content: repair(wrong) },
    );
  }
  const last = question.record.responses.at(-1)?.problems.slice(0, 3).join(' ') ?? '';
  throw new AiError(
    'answer-invalid',
    `${question.providerName} gave no answer that fits the output fields, also after ${MAX_REPAIRS} corrections. ${last}`,
    true,
  );
}

const repair = (wrong: readonly Violation[]): string =>
  `That answer can't be used: ${wrong.map(violationText).join(' ')} Answer again with the complete corrected JSON object and nothing else.`;

/** The raw text: parsing and judging it is ours, so that what was wrong can be told. */
function rawText(schema: JsonObject): OutputInterface<string, never, never> {
  return {
    name: 'text in the form of a schema',
    responseFormat: Promise.resolve({ type: 'json', schema, name: 'answer' }),
    parseCompleteOutput: async ({ text }) => text,
    parsePartialOutput: async () => undefined,
    createElementStreamTransform: () => undefined,
  };
}

async function generate(question: Question, messages: ModelMessage[], attempt: number) {
  const result = await generateText({
    model: question.model,
    system: question.system,
    messages,
    output: rawText(question.schema),
    maxRetries: 0, // there is one truth for retries: the engine's
    abortSignal: question.signal,
    ...(question.temperature === undefined ? {} : { temperature: question.temperature }),
    ...(question.maxTokens === undefined ? {} : { maxOutputTokens: question.maxTokens }),
    providerOptions: question.providerOptions,
    headers: {
      'idempotency-key': attempt === 0 ? question.idempotencyKey : `${question.idempotencyKey}:${attempt}`,
    },
  });
  const { tokens } = question.record;
  tokens.input += result.usage.inputTokens ?? 0;
  tokens.output += result.usage.outputTokens ?? 0;
  if (result.finishReason === 'length')
    throw new AiError(
      'answer-cut-off',
      `The answer of ${question.providerName} was cut off. Allow this step more output tokens.`,
      false,
    );
  if (result.finishReason === 'content-filter')
    throw new AiError('answer-filtered', `${question.providerName} declined to answer this prompt.`, false);
  return { text: result.text, metadata: result.providerMetadata };
}
