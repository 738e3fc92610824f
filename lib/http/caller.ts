import 'server-only';
import type { Principal } from '@/lib/auth/principal';
import { principalOfSession, sessionCookie } from '@/lib/auth/session';
import { principalOfToken } from '@/lib/auth/tokens';
import { AppError, forbidden, unauthenticated } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import { recordRefusal } from '@/lib/ledger/refusals';
import { countStranger } from '@/lib/ledger/strangers';
import { addressOf } from './address';

function cookieValue(header: string | null, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return rest.join('=');
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
    if (principal) return principal;
    countStranger(addressOf(headers), 'token');
    throw unauthenticated('The token is unknown, expired or revoked. Create a new one in Settings.');
  }
  // Both kinds of session cookie are base64url with dots: nothing in it is ever escaped.
  const cookie = cookieValue(headers.get('cookie'), sessionCookie().name);
  return cookie ? principalOfSession(cookie) : null;
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** Whether a page of ours sent this: its `Origin` is our host. `null` (sandboxed frames) and none are not ours. */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  return origin !== null && host !== null && hostOf(origin) === host.toLowerCase();
}

export const foreignOrigin = () =>
  forbidden({
    code: 'foreign-origin',
    userMessage: 'This request came from another site and was refused.',
  });

/**
 * Refuses a state-changing request that a foreign page made with the person's cookie (CSRF). Requests with a token
 * carry no cookie's authority and need no origin; programs without cookie and origin are strangers anyway.
 */
function checkOrigin(request: Request, principal: Principal | null): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || principal?.via === 'token') return;
  if (isOwnOrigin(request)) return;
  const site = request.headers.get('sec-fetch-site');
  const program =
    !request.headers.has('origin') &&
    !request.headers.has('cookie') &&
    (site === null || site === 'same-origin');
  if (!program) throw foreignOrigin();
}

/**
 * Who calls the API. A request that another site made with a person's cookie is refused, and the refusal recorded.
 * @throws AppError 401, 403 `foreign-origin`
 */
export async function callerOf(request: Request): Promise<Principal | null> {
  const principal = await principalOf(request.headers);
  try {
    checkOrigin(request, principal);
  } catch (error) {
    const context = { principal, address: addressOf(request.headers), commandId: newId() };
    if (error instanceof AppError) await recordRefusal(context, 'request.origin', error, {});
    throw error;
  }
  return principal;
}
