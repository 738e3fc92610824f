import 'server-only';
import type { AiCallPayload, AiLink } from '@/lib/elements/ai-call/config';
import { attemptOf, failedChain, withAttempts } from './attempts';
import { Meter } from './budget/meter';
import { callProvider } from './call-provider';
import { AiError } from './errors';
import { passesOn } from './passes-on';
import { resolveProvider } from './providers/resolve';
import type { ResolvedProvider } from './providers/types';
import type { AiAttempt, AiFailure, AiOutcome, CallConfig, CallContext } from './types';

/**
 * Asks the models of an AI step in their order until one answers. The next one is asked when a provider fails; an
 * answer that doesn't fit is corrected by whoever gave it, and ends the chain when it can't be. Failures are values.
 */
export async function callModel(
  config: CallConfig,
  payload: AiCallPayload,
  context: CallContext,
): Promise<AiOutcome> {
  const { fallbacks = [], ...first } = config;
  const links: AiLink[] = [first, ...fallbacks];
  const meter = new Meter(config.budget, context.spender, context.trial);
  const attempts: AiAttempt[] = [];
  const failures: AiFailure[] = [];
  for (const [index, link] of links.entries()) {
    const outcome = await askLink(link, index, first, payload, context, meter);
    if (outcome.ok) return withAttempts(outcome, attempts);
    failures.push(outcome);
    const attempt = attemptOf(link, outcome);
    attempts.push(attempt);
    if (context.signal.aborted || !passesOn(outcome.code, config)) break;
    if (index < links.length - 1) context.listener?.passedOn?.(attempt);
  }
  return failedChain(links.length, failures, attempts);
}

/** The step's settings with another model; what a link leaves open is the default, not the first link's. */
async function askLink(
  { provider, model }: AiLink,
  index: number,
  config: CallConfig,
  payload: AiCallPayload,
  context: CallContext,
  meter: Meter,
): Promise<AiOutcome> {
  let resolved: ResolvedProvider;
  try {
    resolved = await resolveProvider(provider);
  } catch (error) {
    if (!(error instanceof AiError)) throw error;
    return { ok: false, code: error.code, message: error.message, retryable: error.retryable };
  }
  const { provider: _provider, model: _model, ...settings } = config;
  const own = { ...settings, ...(provider ? { provider } : {}), ...(model ? { model } : {}) };
  // A gateway before two models must not take the second question for the first.
  const idempotencyKey = index === 0 ? context.idempotencyKey : `${context.idempotencyKey}:link-${index + 1}`;
  return callProvider(resolved, own, payload, { ...context, idempotencyKey }, meter);
}
