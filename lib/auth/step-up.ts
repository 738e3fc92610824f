import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { db } from '@/lib/db/client';
import { forbidden, invalid } from '@/lib/errors/app-error';
import { hasProvider } from './oidc-client';
import { verifyPassword } from './password';
import type { Principal } from './principal';
import { spendConfirmation } from './provider-step-up';
import { sessionSecret } from './session';
import { forgetAttempts, throttle } from './throttle';

/** How somebody can prove once more who they are. */
export type StepUpMethod = 'password' | 'demo' | 'single-sign-on';

/** What somebody proves it with: a password or a name they typed, or the provider's confirmation. */
export type StepUp = { password: string } | { confirmation: string };

/** What a proof is good for; anything else is refused with it. */
export interface Proven {
  personId: string;
  method: StepUpMethod;
  /** Whom, what and which content it is about, in one text. */
  about: string;
}

/** A proof is used at once; a minute and a half covers a slow answer in between. */
const SECONDS = 90;
/** Another key than sessions have: neither can be taken for the other. */
const SALT = 'countersign-step-up';

/** How the caller can prove who they are; null when they can't, having no password here or being no person. */
export async function stepUpMethod(principal: Principal): Promise<StepUpMethod | null> {
  if (principal.kind !== 'person') return null;
  const person = await db().person.findUnique({
    where: { id: principal.id },
    select: { passwordHash: true, demo: true, oidcSubject: true },
  });
  if (person?.passwordHash) return 'password';
  // Who comes back from the provider is known by the session of this browser; a token has none.
  if (person?.oidcSubject && principal.via === 'session' && hasProvider()) return 'single-sign-on';
  return person?.demo && principal.demo ? 'demo' : null;
}

/**
 * Asks the caller once more who they are: by the password, throttled by person, which is compared and forgotten, or by
 * what the identity provider confirmed. Demo people type their name, and what is made of it is marked so.
 * @returns a proof for one use, bound to the person and to `about`
 * @throws AppError 403 `no-password` for who can't, `wrong-password`, `not-confirmed`; 422 `other-step-up`; 429
 */
export async function proveOnceMore(principal: Principal, by: StepUp, about: string) {
  const method = await stepUpMethod(principal);
  if (method === null) throw forbidden({ code: 'no-password', userMessage: NO_PASSWORD });
  if ((method === 'single-sign-on') !== 'confirmation' in by) throw otherStepUp(method);
  if ('password' in by) await checkPassword(principal, method, by.password);
  else await spendConfirmation(principal, by.confirmation, about);
  const person = await db().person.findUniqueOrThrow({ where: { id: principal.id } });
  const proof = await encode({
    secret: sessionSecret(),
    salt: SALT,
    maxAge: SECONDS,
    token: { sub: person.id, epoch: person.sessionEpoch, method, about },
  });
  return { proof, method, expiresAt: new Date(Date.now() + SECONDS * 1000).toISOString() };
}

/** Why somebody isn't sent to a provider. */
export const noProviderFor = (method: StepUpMethod | null) =>
  method === null ? forbidden({ code: 'no-password', userMessage: NO_PASSWORD }) : otherStepUp(method);

const otherStepUp = (method: StepUpMethod) =>
  invalid({
    code: 'other-step-up',
    userMessage:
      method === 'single-sign-on'
        ? 'You sign through your single sign-on: begin there.'
        : 'You sign with your password: send it.',
  });

async function checkPassword(principal: Principal, method: StepUpMethod, password: string): Promise<void> {
  await throttle('step-up', principal.id);
  const person = await db().person.findUniqueOrThrow({ where: { id: principal.id } });
  const right =
    method === 'demo' ? password.trim() === person.name : await verifyPassword(password, person.passwordHash);
  if (!right || person.disabled)
    throw forbidden({
      code: 'wrong-password',
      userMessage:
        method === 'demo'
          ? `Type your name as it stands here: ${person.name}.`
          : 'This is not your password. Nothing was signed.',
      errors: [{ path: 'password', message: 'Try again.' }],
    });
  await forgetAttempts('step-up', principal.id);
}

/** What a proof says, when it is the caller's, about this, and not expired; null for everything else. */
export async function provenBy(principal: Principal, proof: string, about: string): Promise<Proven | null> {
  const token = await decode({ token: proof, secret: sessionSecret(), salt: SALT }).catch(() => null);
  if (!token || token.sub !== principal.id || token.about !== about) return null;
  const person = await db().person.findUnique({
    where: { id: principal.id },
    select: { sessionEpoch: true },
  });
  if (person?.sessionEpoch !== token.epoch) return null;
  return { personId: principal.id, method: token.method as StepUpMethod, about };
}

/** Said before somebody tries, and when they try all the same. */
export const NO_PASSWORD =
  'This decision is signed, and your account can’t: it has no password here and no single sign-on that could ask again who you are, or is no person. Hand it over to somebody who can.';
