import 'server-only';
import { SESSION_SECONDS, sessionCookie } from '@/lib/auth/session';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import type { CallContext } from '@/lib/usecase/context';
import { addressOf } from './address';
import { checkOrigin } from './caller';
import { problemResponse } from './route';

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
  const safe = path.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\') ? path : '/';
  return new Response(null, {
    status: 303,
    headers: { location: safe, 'cache-control': 'no-store', ...(cookie ? { 'set-cookie': cookie } : {}) },
  });
}

/** A form posted by a page of ours: origin checked, failures shown on the page that posted it. */
export function formPost(
  handle: (request: Request, form: FormData) => Promise<Response>,
  backTo?: (form: FormData) => string,
) {
  return async (request: Request): Promise<Response> => {
    try {
      checkOrigin(request, null);
      const form = await request.formData();
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
