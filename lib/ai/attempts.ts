import type { AiLink } from '@/lib/elements/ai-call/config';
import type { AiAttempt, AiFailure, AiOutcome } from './types';

/** Characters of a failure's message that are kept with an answer. */
const KEPT = 500;

/** What is recorded of a model that gave no answer. */
export function attemptOf(link: AiLink, { code, message, report }: AiFailure): AiAttempt {
  const asked = {
    provider: report?.provider ?? link.provider ?? '',
    model: report?.model ?? link.model ?? '',
    code,
    message: message.slice(0, KEPT),
  };
  return report
    ? {
        ...asked,
        region: report.region ?? null,
        latencyMs: report.latencyMs,
        tokens: report.tokens,
        cost: report.cost,
      }
    : asked;
}

/** An answer with the models that were asked before: in the result for who decides, in the report with what they used. */
export function withAttempts(
  outcome: Extract<AiOutcome, { ok: true }>,
  attempts: readonly AiAttempt[],
): AiOutcome {
  if (attempts.length === 0) return outcome;
  const said = attempts.map(({ provider, model, code, message }) => ({ provider, model, code, message }));
  return {
    ok: true,
    result: { ...outcome.result, attempts: said },
    report: { ...outcome.report, attempts: [...attempts] },
  };
}

/**
 * How a chain ends that gave no answer. A chain of one ends as its model did; of several, the whole is tried again
 * when any of them might do better then, as soon as the first of them allows, when all say when.
 * @param length of the chain, of which the last ones may not have been asked
 */
export function failedChain(
  length: number,
  failures: readonly AiFailure[],
  attempts: readonly AiAttempt[],
): AiFailure {
  const last = failures.at(-1);
  if (!last) throw new Error('A chain without links asked nobody.');
  if (length === 1) return last;
  const report = failures.findLast((each) => each.report)?.report;
  const whole = report ? { report: { ...report, attempts: [...attempts] } } : {};
  if (failures.length < length)
    return { ...last, ...whole, message: [last.message, before(attempts.slice(0, -1))].join('') };
  const retryable = failures.filter((each) => each.retryable);
  const waits = retryable.map((each) => each.retryAfterMs);
  const wait = waits.every((each) => each !== undefined) && waits.length > 0 ? Math.min(...waits) : undefined;
  return {
    ok: false,
    code: 'no-model-answered',
    message: `None of the ${length} models answered. ${listed(attempts)}`,
    retryable: retryable.length > 0,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...whole,
  };
}

const listed = (attempts: readonly AiAttempt[]): string =>
  attempts.map(({ message }, index) => `${index + 1}. ${message}`).join(' ');

const before = (attempts: readonly AiAttempt[]): string =>
  attempts.length === 0 ? '' : ` Asked before: ${listed(attempts)}`;
