import { confirmStepUp } from '@/lib/auth/confirm-step-up';
import { AppError } from '@/lib/errors/app-error';
import { principalOf } from '@/lib/http/caller';
import { seeOther, strangerContext } from '@/lib/http/form-post';

export const dynamic = 'force-dynamic';

/** Where the identity provider sends somebody back to who signs a decision. */
export async function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  try {
    const principal = await principalOf(request.headers);
    await confirmStepUp({ ...strangerContext(request), principal }, { params });
    return seeOther('/signed');
  } catch (error) {
    // What nobody expected is on the page of errors.
    if (!(error instanceof AppError)) throw error;
    return seeOther(`/signed?refused=${encodeURIComponent(String(error.extra.why ?? 'ended'))}`);
  }
}
