import 'server-only';
import { SESSION_SECONDS, sessionCookie } from '@/lib/auth/session';
import { AppError, malformed } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import type { CallContext } from '@/lib/usecase/context';
import { addressOf } from './address';
import { problemResponse } from './answer';
import { mediaType, readBytes } from './body';
import { foreignOrigin, isOwnOrigin } from './caller';
import { ownPath } from './own-path';

/** `Set-Cookie` for a session that didn't come from next-auth's own form. */
export function sessionHeader(session: string): string {
  const { name, secure } = sessionCookie();
  return `${name}=${session}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SESSION_SECONDS}${secure ? '; Secure' : ''}`;
}

/** A stranger's call, for use cases that authorise by what is sent. */
export const strangerContext = (request: Request): CallContext => ({
  principal: null,
  address: addressOf(request.headers),
  commandId: newId(),
});

/** 303 to a path of ours, never to another site. */
export function seeOther(path: string, cookie?: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      location: ownPath(path),
      'cache-control': 'no-store',
      ...(cookie ? { 'set-cookie': cookie } : {}),
    },
  });
}

const MAX_FORM = 100_000;

/** @throws AppError 413 for more than 100 kB, 415 for anything but a form */
async function readForm(request: Request): Promise<FormData> {
  const type = mediaType(request, ['application/x-www-form-urlencoded', 'multipart/form-data']);
  const body = Buffer.from(await readBytes(request, MAX_FORM));
  const headers = { 'content-type': request.headers.get('content-type') ?? type };
  try {
    return await new Response(body, { headers }).formData();
  } catch {
    throw malformed({ code: 'not-a-form', userMessage: 'The body is not a form.' });
  }
}

/** A form posted by a page of ours: origin checked, failures shown on the page that posted it. */
export function formPost(
  handle: (request: Request, form: FormData) => Promise<Response>,
  backTo?: (form: FormData) => string,
) {
  return async (request: Request): Promise<Response> => {
    try {
      if (!isOwnOrigin(request)) throw foreignOrigin();
      const form = await readForm(request);
      try {
        return await handle(request, form);
      } catch (error) {
        if (backTo && error instanceof AppError)
          return seeOther(`${backTo(form)}?error=${encodeURIComponent(error.userMessage)}`);
        throw error;
      }
    } catch (error) {
      return problemResponse(error);
    }
  };
}
