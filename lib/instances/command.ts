import 'server-only';
import type { Input } from '@/engine/core/inputs';
import type { Rejection } from '@/engine/core/transition-types';
import { EngineBusyError } from '@/engine/host/batcher';
import type { Addressed, Outcome, Refusal } from '@/engine/host/ports';
import { actorOf } from '@/lib/auth/principal';
import { AppError, conflict, forbidden, invalid, notFound, tooLarge } from '@/lib/errors/app-error';
import { getRuntime } from '@/lib/runtime';
import type { AuthorisedContext } from '@/lib/usecase/context';

export type Committed = Extract<Outcome, { ok: true }>;

const INVALID = new Set<string>([
  'unknown-outcome',
  'comment-required',
  'signature-required',
  'invalid-form',
  'invalid-input',
]);
const MISSING = new Set<string>(['unknown-activation', 'unknown-incident', 'unknown-instance', 'not-a-task']);

/** The one translation of an engine's refusal: what the caller may mend is 422, what moved on is 409. */
export function refusalError(refusal: Refusal): AppError {
  const { code, message } = refusal;
  const path = (refusal as Rejection).path ?? (refusal as Rejection).elementId;
  const text = { code, userMessage: message, errors: path ? [{ path, message }] : [] };
  if (code === 'four-eyes' || code === 'already-voted') return forbidden(text);
  if (code === 'too-large') return tooLarge(message);
  if (INVALID.has(code)) return invalid(text);
  if (MISSING.has(code)) return new AppError({ ...text, status: 404 });
  return conflict(text);
}

function busy(error: unknown): never {
  if (!(error instanceof EngineBusyError)) throw error;
  throw new AppError({
    status: 429,
    code: error.code,
    userMessage: error.userMessage,
    retryAfterSeconds: Math.ceil(error.retryAfterMs / 1000),
  });
}

/**
 * Sends one input to an instance on behalf of the caller and waits for its commit.
 * @throws AppError what `refusalError` makes of a refusal
 */
export async function command(
  context: AuthorisedContext,
  instanceId: string,
  input: Input,
  more: Pick<Addressed, 'workLease' | 'guard' | 'create' | 'content'> = {},
): Promise<Committed> {
  const outcome = await getRuntime()
    .host.execute({
      instanceId,
      command: { id: context.commandId, actor: actorOf(context.principal), input },
      ...more,
    })
    .catch(busy);
  if (outcome.ok) return outcome;
  if (outcome.code === 'invariant') throw new Error(outcome.message);
  throw refusalError(outcome);
}

/** `task`, `work` and `incident` ids are `<instance>:<key>`. @throws AppError 404 for anything else */
export function splitId(id: string, what: string): { instanceId: string; key: number } {
  const at = id.lastIndexOf(':');
  const key = Number(id.slice(at + 1));
  if (at < 1 || !Number.isSafeInteger(key)) throw notFound(what);
  return { instanceId: id.slice(0, at), key };
}
