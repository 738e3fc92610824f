import 'server-only';
import { createHash } from 'node:crypto';
import type { Principal } from '@/lib/auth/principal';
import { principalOfSession, sessionCookie } from '@/lib/auth/session';
import { principalOfToken } from '@/lib/auth/tokens';
import { AppError, unauthenticated } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import type { CallContext } from '@/lib/usecase/context';
import { addressOf } from './address';

function cookieValue(header: string | null, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return decodeURIComponent(rest.join('='));
  }
  return null;
}

/**
 * Who sends this request: a bearer token when there is one, else the session.
 * @throws AppError 401 for a token that is unknown, expired or revoked
 */
export async function principalOf(headers: Headers): Promise<Principal | null> {
  const authorization = headers.get('authorization');
  if (authorization) {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    const principal = token ? await principalOfToken(token) : null;
    if (!principal)
      throw unauthenticated('The token is unknown, expired or revoked. Create a new one in Settings.');
    return principal;
  }
  const cookie = cookieValue(headers.get('cookie'), sessionCookie().name);
  return cookie ? principalOfSession(cookie) : null;
}

/**
 * Refuses a state-changing request that a foreign page made with the person's cookie (CSRF): its `Origin` must be
 * ours. `null` (sandboxed frames) is foreign. Requests with a token carry no cookie and need no origin.
 */
export function checkOrigin(request: Request, principal: Principal | null): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || principal?.via === 'token') return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const host = request.headers.get('host');
  const own = origin !== null && origin !== 'null' && new URL(origin).host === host;
  if (own || (origin === null && (site === 'same-origin' || site === null) && !request.headers.get('cookie')))
    return;
  throw new AppError({
    status: 403,
    code: 'foreign-origin',
    userMessage: 'This request came from another site and was refused.',
  });
}

/** The id that makes a repeated request recognisable: scoped to actor and route. */
export function commandIdOf(principal: Principal | null, route: string, key: string | null): string {
  if (!key) return newId();
  return createHash('sha256')
    .update(`${principal?.id ?? '-'}\0${route}\0${key}`)
    .digest('hex');
}

/** The context of one call, as the use cases want it. */
export async function callContext(request: Request, route: string): Promise<CallContext> {
  const principal = await principalOf(request.headers);
  checkOrigin(request, principal);
  return {
    principal,
    address: addressOf(request.headers),
    commandId: commandIdOf(principal, route, request.headers.get('idempotency-key')),
  };
}
