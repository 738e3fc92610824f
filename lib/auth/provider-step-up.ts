import 'server-only';
import { createHash } from 'node:crypto';
import { generators } from 'openid-client';
import { db } from '@/lib/db/client';
import { type AppError, forbidden } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import { NOT_CONFIRMED, type NotConfirmed } from './not-confirmed';
import { type Asked, answerOfProvider, urlToProvider } from './oidc-client';
import { actorOf, type Principal } from './principal';
import { throttle } from './throttle';

/** Time to sign in at the provider, second factor included. In milliseconds. */
const ASKED_MS = 5 * 60_000;
/** Time from the provider's answer to the signature. In milliseconds. */
const CONFIRMED_MS = 90_000;
/** Most that the clocks of the provider and of this server may differ. In seconds. */
const SKEW_SECONDS = 10;

const hashOf = (state: string): string => createHash('sha256').update(state).digest('hex');
const ago = (ms: number): Date => new Date(Date.now() - ms);

/** A way to the provider, and what tells later that somebody came back from it; it is no secret. */
export interface ProviderStepUp {
  confirmation: string;
  url: string;
}

/** Where the provider sends people back to; it has to know this address. */
function redirectUri(): string {
  const site = process.env.NEXTAUTH_URL;
  if (!site) throw new Error('NEXTAUTH_URL is not set: start through `npm start`.');
  return new URL('/api/sign/callback', site).href;
}

/**
 * Asks the caller's identity provider to make them sign in once more, for exactly `about`. One time, for five minutes.
 * @throws AppError 429 after too many attempts
 */
export async function askProvider(principal: Principal, about: string): Promise<ProviderStepUp> {
  await throttle('step-up-provider', principal.id);
  const [state, nonce, verifier] = [generators.state(), generators.nonce(), generators.codeVerifier()];
  const url = await urlToProvider({ state, nonce, verifier, redirectUri: redirectUri() });
  const { id: personId } = principal;
  const { sessionEpoch: epoch } = await db().person.findUniqueOrThrow({ where: { id: personId } });
  await db().providerStepUp.deleteMany({ where: { personId, askedAt: { lt: ago(2 * ASKED_MS) } } });
  const id = newId();
  await db().providerStepUp.create({
    data: { id, stateHash: hashOf(state), personId, epoch, about, nonce, verifier, askedAt: new Date() },
  });
  return { confirmation: id, url };
}

/**
 * Takes what the provider sent somebody back with. Whatever comes of it, the same can't be tried again. It must be the
 * same person as in this browser's session, and they must have signed in after they were asked to, not before.
 * @throws AppError 403 `not-confirmed`
 */
export async function takeProviderAnswer(
  principal: Principal,
  params: Record<string, string>,
): Promise<void> {
  const { state = '' } = params;
  const stateHash = hashOf(state);
  const open = { stateHash, personId: principal.id, triedAt: null, askedAt: { gt: ago(ASKED_MS) } };
  const { count } = await db().providerStepUp.updateMany({ where: open, data: { triedAt: new Date() } });
  if (count !== 1) throw notConfirmed('expired');
  const row = await db().providerStepUp.findUniqueOrThrow({
    where: { stateHash },
    include: { person: true },
  });
  const { nonce, verifier, askedAt, person } = row;
  const identity = await answered(params, { state, nonce, verifier, redirectUri: redirectUri() });
  if (person.disabled || person.sessionEpoch !== row.epoch) throw notConfirmed('ended');
  if (!person.oidcSubject || identity.subject !== person.oidcSubject) throw notConfirmed('somebody-else');
  const earliest = Math.floor(askedAt.getTime() / 1000) - SKEW_SECONDS;
  if (identity.authenticatedAt < earliest || identity.authenticatedAt > Date.now() / 1000 + SKEW_SECONDS)
    throw notConfirmed('not-again');
  await db().$transaction(async (tx) => {
    await tx.providerStepUp.update({ where: { id: row.id }, data: { confirmedAt: new Date() } });
    const data = { personId: principal.id };
    await appendLedger(tx, {
      ...{ stream: 'auth', actor: actorOf(principal), cause: 'auth.confirm-step-up' },
      events: [{ type: 'person.step-up-answered', data }],
    });
  });
}

async function answered(params: Record<string, string>, asked: Asked) {
  try {
    return await answerOfProvider(params, asked);
  } catch (error) {
    throw notConfirmed('refused', error);
  }
}

/** Uses a confirmation up. @throws AppError 403 `not-confirmed` unless it is the caller's, for this, fresh and unused */
export async function spendConfirmation(
  principal: Principal,
  confirmation: string,
  about: string,
): Promise<void> {
  const person = await db().person.findUniqueOrThrow({ where: { id: principal.id } });
  const { count } = await db().providerStepUp.updateMany({
    where: {
      ...{ id: confirmation, personId: person.id, epoch: person.sessionEpoch, about, usedAt: null },
      confirmedAt: { gt: ago(CONFIRMED_MS) },
    },
    data: { usedAt: new Date() },
  });
  if (count !== 1 || person.disabled) throw notConfirmed('unused');
}

const notConfirmed = (why: NotConfirmed, cause?: unknown): AppError =>
  forbidden({
    code: 'not-confirmed',
    userMessage: NOT_CONFIRMED[why],
    extra: { why },
    ...(cause instanceof Error ? { detail: `${why}: ${cause.message}` } : {}),
  });
