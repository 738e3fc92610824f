import 'server-only';
import { z } from 'zod';
import type { Json, JsonObject } from '@/engine/core/json';
import { actorOf } from '@/lib/auth/principal';
import { throttle } from '@/lib/auth/throttle';
import { db } from '@/lib/db/client';
import { linkOf } from '@/lib/elements/ai-call/chain';
import { schemaProblem } from '@/lib/elements/ai-call/json-schema';
import { budgetOf } from '@/lib/elements/ai-call/limits';
import { aiCallSchema } from '@/lib/elements/ai-call/schema';
import { invalid } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import { modelOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { providerId } from '@/lib/settings/provider-input';
import { durationMs } from '@/lib/triggers/timer/duration';
import type { AuthorisedContext, Tell } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import type { Spender } from './budget/day';
import { callModel } from './call-model';
import { renderPrompt } from './render';
import type { AiAttempt, AiOutcome, AiReport, AiResult, CallConfig, CallListener } from './types';

const LONGEST_MS = 120_000;
const TEST_TIMEOUT_MS = 20_000;
/** Characters of both prompts with the sample in them. */
const LONGEST_PROMPT = 200_000;

/** What a trial call gave; a failure is an answer too, because seeing it is what the trial is for. */
export type TrialAnswer = {
  /** Whether the answer fits the output fields. */
  schemaOk: boolean;
  /** What was wrong with the last answer. */
  problems: string[];
  /** Every answer in order, with what was wrong with it; more than one when the model was corrected. */
  answers: { text: string; problems: string[] }[];
  /** Models of the chain that gave no answer, and why; absent when the first one answered. */
  attempts?: AiAttempt[];
} & ({ ok: true; result: AiResult } | { ok: false; code: string; message: string }) &
  Partial<
    Pick<AiReport, 'provider' | 'model' | 'simulated' | 'region' | 'latencyMs' | 'tokens' | 'cost' | 'budget'>
  >;

function trialAnswer(outcome: AiOutcome): TrialAnswer {
  const { report } = outcome;
  const spent = report && {
    provider: report.provider,
    model: report.model,
    simulated: report.simulated,
    region: report.region ?? null,
    latencyMs: report.latencyMs,
    tokens: report.tokens,
    cost: report.cost,
    ...(report.budget ? { budget: report.budget } : {}),
    ...(report.attempts ? { attempts: report.attempts } : {}),
  };
  const answers = report?.responses ?? [];
  const problems = answers.at(-1)?.problems ?? [];
  const judged = { schemaOk: outcome.ok, problems, answers, ...spent };
  if (outcome.ok) return { ok: true, result: outcome.result, ...judged };
  return { ok: false, code: outcome.code, message: outcome.message, ...judged };
}

/** A trial costs money and sends data away, so it is recorded like any call. */
async function recordTrial(
  context: AuthorisedContext,
  type: string,
  name: string,
  outcome: AiOutcome,
  of: Partial<Spender> = {},
) {
  const {
    request: _request,
    responses: _responses,
    checks: _checks,
    attempts,
    ...spent
  } = outcome.report ?? {};
  const hash = outcome.report?.request.promptHash ?? null;
  const failure = outcome.ok ? {} : { code: outcome.code };
  const chain = attempts ? { attempts: attempts.map(({ message: _message, ...facts }) => facts) } : {};
  const data = {
    name,
    ...of,
    ok: outcome.ok,
    promptHash: hash,
    ...failure,
    ...spent,
    ...chain,
  } as unknown as JsonObject;
  await db().$transaction((tx) =>
    appendLedger(tx, {
      stream: 'admin',
      actor: actorOf(context.principal),
      cause: type,
      events: [{ type, data }],
    }),
  );
}

/**
 * Runs an AI step as it is being edited with sample variables. Who listens is told `text` and `checked` on the way.
 * Its cost counts towards the daily limit of the step, with the calls of running instances.
 * @throws AppError 404, 422 for a schema or prompt that can't be used or a daily limit of no step; 429 after thirty in
 *   five minutes
 */
export const testRun = defineUseCase(
  {
    name: 'ai.test-run',
    schema: z.strictObject({
      ...aiCallSchema.shape,
      userPrompt: z.string().min(1, 'Write the prompt.').max(100_000),
      variables: z.record(z.string(), z.json()).default({}),
      /** The step whose daily limit counts; both, or neither where there is no such limit. */
      processId: id.optional(),
      elementId: z.string().min(1).max(200).optional(),
    }),
    policy: { permission: 'models.edit' },
    mutates: true,
  },
  async (context, input): Promise<TrialAnswer> => {
    const problem = schemaProblem(input.outputSchema);
    if (problem)
      throw invalid({
        code: 'bad-schema',
        userMessage: problem,
        errors: [{ path: 'outputSchema', message: problem }],
      });
    const variables = input.variables as JsonObject;
    const { text: system } = await renderPrompt(input.systemPrompt, variables, 'systemPrompt');
    const { text: prompt, inputs } = await renderPrompt(input.userPrompt, variables, 'userPrompt');
    const payload = { system, prompt, ...(input.requireQuotes ? { inputs } : {}) };
    if (payload.system.length + payload.prompt.length > LONGEST_PROMPT) throw tooLong();
    const spender = await spenderOf(input);
    await throttle('ai-test-run', context.principal.id);
    const outcome = await callModel(configOf(input), payload, {
      signal: AbortSignal.any([AbortSignal.timeout(LONGEST_MS), ...(context.gone ? [context.gone] : [])]),
      idempotencyKey: `test-run:${newId()}`,
      trial: true,
      ...(spender ? { spender } : {}),
      ...(context.tell ? { listener: listenerOf(context.tell) } : {}),
    });
    const name = input.model || input.provider || 'default';
    await recordTrial(context, 'ai.test-run', name, outcome, spender);
    return trialAnswer(outcome);
  },
);

interface TrialOf {
  processId?: string | undefined;
  elementId?: string | undefined;
  maxCostPerDay?: number | undefined;
}

/** The step that is tried out, which may be drawn and not saved yet. A daily limit that nobody keeps is none. */
async function spenderOf({ processId, elementId, maxCostPerDay }: TrialOf): Promise<Spender | undefined> {
  if (processId !== undefined && elementId !== undefined)
    return { modelId: (await modelOf(processId)).model.id, elementId };
  if (maxCostPerDay === undefined && processId === elementId) return undefined;
  const message =
    'Name the process and the element whose daily limit counts, or leave the daily limit and both of them out.';
  const path = processId === undefined ? 'processId' : 'elementId';
  throw invalid({ code: 'limit-of-no-step', userMessage: message, errors: [{ path, message }] });
}

const tooLong = () =>
  invalid({
    code: 'prompt-too-long',
    userMessage: `With this sample the prompts are longer than ${LONGEST_PROMPT.toLocaleString('en')} characters. Shorten the sample.`,
    errors: [{ path: 'variables', message: 'The sample is too long.' }],
  });

const listenerOf = (tell: Tell): CallListener => ({
  text: (text) => tell('text', { text }),
  checked: (problems) => tell('checked', { problems }),
  passedOn: ({ provider, model, code, message }) => tell('passed-on', { provider, model, code, message }),
});

function configOf(input: z.infer<typeof aiCallSchema>): CallConfig {
  const { fallbacks, temperature, maxTokens, confidenceSource, threshold } = input;
  return {
    ...linkOf(input),
    ...(fallbacks.length > 0 ? { fallbacks: fallbacks.map(linkOf) } : {}),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...budgetOf(input),
    ...(input.requireQuotes ? { requireQuotes: true } : {}),
    timeoutMs: Math.min(durationMs(input.timeout) ?? TEST_TIMEOUT_MS, LONGEST_MS),
    outputSchema: JSON.parse(input.outputSchema) as Json,
    confidenceSource,
    threshold,
  };
}

const TINY: Json = {
  type: 'object',
  properties: { word: { type: 'string', description: 'The word in the input' } },
  required: ['word'],
};

/** One tiny call, to see that address, key and model work together. */
export const testProvider = defineUseCase(
  {
    name: 'providers.test',
    schema: z.strictObject({ providerId }),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context, input): Promise<TrialAnswer> => {
    const config: CallConfig = {
      provider: input.providerId,
      timeoutMs: TEST_TIMEOUT_MS,
      outputSchema: TINY,
      confidenceSource: 'schema-checks',
      threshold: 0,
    };
    const outcome = await callModel(
      config,
      { system: '', prompt: 'word: countersign' },
      { signal: AbortSignal.timeout(TEST_TIMEOUT_MS), idempotencyKey: `provider-test:${newId()}` },
    );
    await recordTrial(context, 'provider.tested', input.providerId, outcome);
    return trialAnswer(outcome);
  },
);
