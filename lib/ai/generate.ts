import 'server-only';
import {
  APICallError,
  generateText,
  type ModelMessage,
  type OutputInterface,
  type ProviderMetadata,
  streamText,
} from 'ai';
import type { JsonObject } from '@/engine/core/json';
import { outboundErrorIn } from '@/lib/outbound/errors';
import type { Question } from './ask';
import type { Claim } from './budget/meter';
import { AiError } from './errors';
import type { CallListener } from './types';

// The SDK would print its warnings to the log of the server.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

/** One answer of a model, not judged yet. */
export interface Generated {
  text: string;
  metadata: ProviderMetadata | undefined;
}

/**
 * Asks once and counts the tokens. @param attempt 0 for the question, then one for each correction
 * @throws AiError for an answer that was cut off or filtered; exceptions of the provider's code as they are
 */
export async function generate(
  question: Question,
  messages: ModelMessage[],
  attempt: number,
): Promise<Generated> {
  const { listener, record, meter, provider } = question;
  const claim = await meter.claim(provider, bytesOf(question, messages), question.maxTokens);
  const result = await withOrWithoutFormat((schema) => {
    const request = requestOf(question, messages, attempt, schema, claim);
    return listener ? streamed(request, listener) : generateText(request);
  }, question.schema).catch(async (error: unknown) => {
    await claim.settle(neverBegun(error) ? { input: 0, output: 0 } : null);
    throw error;
  });
  const { inputTokens, outputTokens } = result.usage;
  const told = inputTokens !== undefined && outputTokens !== undefined;
  await claim.settle(told ? { input: inputTokens, output: outputTokens } : null);
  record.tokens.input += inputTokens ?? 0;
  record.tokens.output += outputTokens ?? 0;
  refuseUnfinished(result.finishReason, provider.name, claim);
  return { text: result.text, metadata: result.providerMetadata };
}

/** What the provider counts as the question: both prompts, what was said since, and the schema beside them. */
const bytesOf = ({ system, schema }: Question, messages: readonly ModelMessage[]): number =>
  [system, JSON.stringify(schema), ...messages.map(({ content }) => String(content))].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  );

/** Whether a request failed before anything was written that somebody could charge for. */
const neverBegun = (error: unknown): boolean =>
  (APICallError.isInstance(error) && (error.statusCode ?? 0) >= 400) ||
  ['unreachable', 'bad-address', 'blocked-address', 'too-many-redirects'].includes(
    outboundErrorIn(error)?.code ?? '',
  );

type Request = ReturnType<typeof requestOf>;

const requestOf = (
  question: Question,
  messages: ModelMessage[],
  attempt: number,
  schema: JsonObject | undefined,
  { maxTokens }: Claim,
) => ({
  model: question.model,
  system: question.system,
  messages,
  output: rawText(schema),
  maxRetries: 0, // there is one truth for retries: the engine's
  abortSignal: question.signal,
  ...(question.temperature === undefined ? {} : { temperature: question.temperature }),
  ...(maxTokens === undefined ? {} : { maxOutputTokens: maxTokens }),
  providerOptions: question.providerOptions,
  headers: { 'idempotency-key': keyOf(question, attempt) },
});

/** The same answer, told piece by piece while it is written. */
async function streamed(request: Request, listener: CallListener) {
  const result = streamText({ ...request, onError: () => undefined });
  let text = '';
  for await (const part of result.fullStream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'abort') request.abortSignal.throwIfAborted();
    if (part.type !== 'text-delta') continue;
    text += part.text;
    listener.text(part.text);
  }
  const [usage, finishReason, providerMetadata] = await Promise.all([
    result.usage,
    result.finishReason,
    result.providerMetadata,
  ]);
  return { text, usage, finishReason, providerMetadata };
}

/** The raw text: parsing and judging it is ours, so that what was wrong can be told. */
function rawText(schema: JsonObject | undefined): OutputInterface<string, string, never> {
  return {
    name: 'text in the form of a schema',
    responseFormat: Promise.resolve(schema ? { type: 'json', schema, name: 'answer' } : { type: 'text' }),
    parseCompleteOutput: async ({ text }) => text,
    // the SDK passes pieces on only when this changes
    parsePartialOutput: async ({ text }) => ({ partial: text }),
    createElementStreamTransform: () => undefined,
  };
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

function refuseUnfinished(reason: string, providerName: string, { cut, maxTokens }: Claim): void {
  if (reason === 'length')
    throw new AiError(
      'answer-cut-off',
      cut
        ? `The answer of ${providerName} was cut off after ${maxTokens} tokens, which is all that the cost limit of a call pays for. Raise the limit, or ask for less.`
        : `The answer of ${providerName} was cut off. Allow this step more output tokens.`,
      false,
    );
  if (reason === 'content-filter')
    throw new AiError('answer-filtered', `${providerName} declined to answer this prompt.`, false);
}
