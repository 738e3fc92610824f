import 'server-only';
import {
  APICallError,
  generateText,
  type ModelMessage,
  type OutputInterface,
  type ProviderMetadata,
} from 'ai';
import type { Json, JsonObject } from '@/engine/core/json';
import { jsonIn } from './answer/parse';
import { ensureUsable, type Violation, violations, violationText } from './answer/validate';
import { AiError } from './errors';
import type { ModelV3 } from './providers/types';
import type { SelfReport, TokenCount } from './types';

/** How often a model is told what was wrong with its answer before the call fails. */
const MAX_REPAIRS = 2;
/** Characters of a rationale that are kept. */
const MAX_RATIONALE = 4_000;

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
  ensureUsable(question.schema);
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
    if (wrong.length === 0) return accepted(answer as Said, first, metadata);
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

type Said = Omit<Answer, 'first' | 'metadata'>;

const accepted = (said: Said, first: Violation[], metadata: Answer['metadata']): Answer => ({
  ...said,
  rationale: said.rationale.slice(0, MAX_RATIONALE),
  first,
  metadata,
});

const repair = (wrong: readonly Violation[]): string =>
  `That answer can't be used: ${wrong.map(violationText).join(' ')} Answer again with the complete corrected JSON object and nothing else.`;

/** The raw text: parsing and judging it is ours, so that what was wrong can be told. */
function rawText(schema: JsonObject | undefined): OutputInterface<string, never, never> {
  return {
    name: 'text in the form of a schema',
    responseFormat: Promise.resolve(schema ? { type: 'json', schema, name: 'answer' } : { type: 'text' }),
    parseCompleteOutput: async ({ text }) => text,
    parsePartialOutput: async () => undefined,
    createElementStreamTransform: () => undefined,
  };
}

async function generate(question: Question, messages: ModelMessage[], attempt: number) {
  const result = await withOrWithoutFormat(
    (schema) =>
      generateText({
        model: question.model,
        system: question.system,
        messages,
        output: rawText(schema),
        maxRetries: 0, // there is one truth for retries: the engine's
        abortSignal: question.signal,
        ...(question.temperature === undefined ? {} : { temperature: question.temperature }),
        ...(question.maxTokens === undefined ? {} : { maxOutputTokens: question.maxTokens }),
        providerOptions: question.providerOptions,
        headers: { 'idempotency-key': keyOf(question, attempt) },
      }),
    question.schema,
  );
  const { tokens } = question.record;
  tokens.input += result.usage.inputTokens ?? 0;
  tokens.output += result.usage.outputTokens ?? 0;
  refuseUnfinished(result.finishReason, question.providerName);
  return { text: result.text, metadata: result.providerMetadata };
}

const keyOf = ({ idempotencyKey }: Question, attempt: number): string =>
  attempt === 0 ? idempotencyKey : `${idempotencyKey}:${attempt}`;

/** Endpoints that know no structured output refuse the request; the instructions alone say the same. */
async function withOrWithoutFormat<Result>(
  run: (schema: JsonObject | undefined) => Promise<Result>,
  schema: JsonObject,
): Promise<Result> {
  try {
    return await run(schema);
  } catch (error) {
    const refused =
      APICallError.isInstance(error) &&
      (error.statusCode === 400 || error.statusCode === 422) &&
      /response_?format|json_?schema/i.test(error.responseBody ?? '');
    if (!refused) throw error;
    return run(undefined);
  }
}

function refuseUnfinished(reason: string, providerName: string): void {
  if (reason === 'length')
    throw new AiError(
      'answer-cut-off',
      `The answer of ${providerName} was cut off. Allow this step more output tokens.`,
      false,
    );
  if (reason === 'content-filter')
    throw new AiError('answer-filtered', `${providerName} declined to answer this prompt.`, false);
}
