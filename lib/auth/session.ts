import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { db } from '@/lib/db/client';
import { demoPossible } from './demo';
import type { Principal } from './principal';

export const SESSION_SECONDS = 12 * 60 * 60;

/** The session cookie's name; `__Secure-` when the site is served over TLS. */
export function sessionCookie(env: NodeJS.ProcessEnv = process.env): { name: string; secure: boolean } {
  const secure = env.NEXTAUTH_URL?.startsWith('https://') ?? false;
  return { name: secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token', secure };
}

/** The secret sessions are signed with; made at first start. */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: start through `npm start`.');
  return secret;
}

/** A session token for a person, for sign-ins that don't pass through next-auth's own form (demo, one-time link). */
export function makeSession(person: { id: string; name: string; sessionEpoch: number }): Promise<string> {
  return encode({
    secret: sessionSecret(),
    maxAge: SESSION_SECONDS,
    token: { sub: person.id, name: person.name, epoch: person.sessionEpoch },
  });
}

/**
 * Who a session cookie stands for. Roles, groups and the disabled state are read afresh; a session from before the
 * last role change or sign-out-everywhere has an older epoch and is refused.
 */
export async function principalOfSession(cookie: string): Promise<Principal | null> {
  const token = await decode({ token: cookie, secret: sessionSecret() }).catch(() => null);
  if (!token?.sub) return null;
  const person = await db().person.findUnique({ where: { id: token.sub } });
  if (!person || person.disabled || person.sessionEpoch !== token.epoch) return null;
  // A cookie from demo days must not open an installation that was bound to a network since.
  if (person.demo && !demoPossible()) return null;
  const { id, name, email, roles, groups, demo } = person;
  return { kind: 'person', id, name, email, roles, groups, via: 'session', demo };
}
