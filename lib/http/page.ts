import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { demoAllowed } from '@/lib/auth/demo';
import { permissionsOf } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { principalOfSession, sessionCookie } from '@/lib/auth/session';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import type { CallContext } from '@/lib/usecase/context';
import { addressOf } from './address';

/** Who looks at this page; read once a request. */
export const pagePrincipal = cache(async (): Promise<Principal | null> => {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  return cookie ? principalOfSession(cookie) : null;
});

/** Whether this visitor may use demo mode. */
export const pageDemo = cache(async (): Promise<boolean> => {
  const sent = await headers();
  return demoAllowed({ host: sent.get('host'), headers: sent });
});

/** The context a page calls use cases with. */
export async function pageContext(): Promise<CallContext> {
  return { principal: await pagePrincipal(), address: addressOf(await headers()), commandId: newId() };
}

/** What the shell needs to know. */
export async function pageFrame() {
  const [principal, demo] = [await pagePrincipal(), await pageDemo()];
  return { principal, demo, permissions: principal ? permissionsOf(principal.roles) : [] };
}

export type PageResult<Result> = { ok: true; value: Result } | { ok: false; code: string; message: string };

/**
 * Calls a use case for a page. A stranger is sent to sign in and comes back; what isn't there is the 404 page; a
 * refusal is a value that the page shows in its place.
 * @param here path of the page, to come back to
 */
export async function onPage<Result>(
  here: string,
  call: (context: CallContext) => Promise<Result>,
): Promise<PageResult<Result>> {
  try {
    return { ok: true, value: await call(await pageContext()) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.status === 401) redirect(`/sign-in?returnTo=${encodeURIComponent(here)}`);
    if (error.status === 404) notFound();
    return { ok: false, code: error.code, message: error.userMessage };
  }
}
