import 'server-only';
import type { JsonObject } from '@/engine/core/json';
import { Redactor } from '@/lib/connections/redact';
import type { AiCallPayload } from '@/lib/elements/ai-call/config';
import { envelopeSchema, instructions } from './answer/envelope';
import type { QuoteSource } from './answer/quotes';
import { type Answer, ask, type Question, Recording } from './ask';
import { Meter } from './budget/meter';
import { measure } from './confidence';
import { AiError, aiErrorOf } from './errors';
import { providerOptions } from './provider-options';
import { languageModel } from './providers/model';
import type { ResolvedProvider } from './providers/types';
import { redacting } from './redacting';
import { recordOf } from './report';
import type { AiOutcome, AiReport, AiResult, CallConfig, CallContext, Check } from './types';

/** How many answers are compared for `field-agreement`. */
const SAMPLES = 3;

/**
 * Asks one model and judges its answer: structured, valid against the task's schema, with evidence located in the
 * prompt and a confidence that names its source. Failures are values; keys appear in no part of them.
 * @param meter keeps the cost limits over a whole chain
 */
export async function callProvider(
  provider: ResolvedProvider,
  config: CallConfig,
  payload: AiCallPayload,
  context: CallContext,
  meter = new Meter(config.budget, context.spender, context.trial),
): Promise<AiOutcome> {
  const redactor = new Redactor(provider.apiKey ? [provider.apiKey] : []);
  const limit = AbortSignal.timeout(config.timeoutMs);
  const record = new Recording();
  const started = performance.now();
  const call = { provider, config, payload, record, redactor };
  const report = (checks: Check[] = []): AiReport =>
    recordOf({ ...call, checks, latencyMs: performance.now() - started, budget: meter.use });
  try {
    const question = questionOf(provider, config, payload, record, meter);
    const signal = AbortSignal.any([context.signal, limit]);
    const listener = context.listener && redacting(context.listener, redactor);
    const asked = { ...question, signal, idempotencyKey: context.idempotencyKey };
    const answers = await samples(listener ? { ...asked, listener } : asked, config);
    const task = { schema: config.outputSchema, source: sourceOf(payload) };
    const { checks, ...measured } = measure(config.confidenceSource, answers, task);
    const result = redactor.json(resultOf(provider, config, answers[0], measured) as unknown as JsonObject);
    return { ok: true, result: result as unknown as AiResult, report: report(checks) };
  } catch (thrown) {
    const known = limit.aborted ? tooLate(provider, config) : aiErrorOf(thrown, provider.name);
    const error = known ?? (context.signal.aborted ? brokenOff(provider) : undefined);
    if (!error) throw thrown;
    const { code, retryable, retryAfterMs } = error;
    const failure = {
      ok: false,
      code,
      retryable,
      message: redactor.text(error.message),
      report: report(),
    } as const;
    return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs };
  }
}

const tooLate = ({ name }: ResolvedProvider, { timeoutMs }: CallConfig): AiError =>
  new AiError('timeout', `${name} did not answer within ${timeoutMs / 1000} s.`, true);

const brokenOff = ({ name }: ResolvedProvider): AiError =>
  new AiError('aborted', `The call was broken off before ${name} had answered.`, true);

function questionOf(
  provider: ResolvedProvider,
  config: CallConfig,
  payload: AiCallPayload,
  record: Recording,
  meter: Meter,
): Omit<Question, 'signal' | 'idempotencyKey'> {
  const { system, prompt } = payload;
  const schema = envelopeSchema(config.outputSchema, config.confidenceSource === 'self-report');
  return {
    provider,
    meter,
    model: languageModel(provider, config.model ?? provider.model),
    system: [system, instructions(schema, config.requireQuotes === true)].filter(Boolean).join('\n\n'),
    prompt,
    schema,
    ...(config.requireQuotes ? { quotesFrom: sourceOf(payload) } : {}),
    ...(config.temperature === undefined ? {} : { temperature: config.temperature }),
    ...(config.maxTokens === undefined ? {} : { maxTokens: config.maxTokens }),
    providerOptions: providerOptions(provider.kind, config.confidenceSource === 'logprobs'),
    record,
  };
}

const sourceOf = ({ prompt, inputs }: AiCallPayload): QuoteSource => ({
  text: prompt,
  ...(inputs ? { inputs } : {}),
});

async function samples(question: Question, config: CallConfig): Promise<[Answer, ...Answer[]]> {
  const first = ask(question);
  if (config.confidenceSource !== 'field-agreement') return [await first];
  const { listener: _one, ...silent } = question;
  const others = Array.from({ length: SAMPLES - 1 }, (_, index) =>
    ask({ ...silent, idempotencyKey: `${question.idempotencyKey}:sample-${index + 2}` }),
  );
  const [answer, ...rest] = await Promise.all([first, ...others]);
  return [answer, ...rest];
}

function resultOf(
  provider: ResolvedProvider,
  config: CallConfig,
  { value, rationale }: Answer,
  measured: Omit<ReturnType<typeof measure>, 'checks'>,
): AiResult {
  return {
    value,
    ...measured,
    rationale,
    ...(config.requireQuotes ? { quotesRequired: true } : {}),
    belowThreshold: measured.confidence < config.threshold,
    provider: provider.name,
    model: config.model ?? provider.model,
    simulated: provider.kind === 'simulated',
  };
}
