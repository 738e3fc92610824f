import 'server-only';
import { provenBy, type StepUpMethod } from '@/lib/auth/step-up';
import { forbidden, invalid } from '@/lib/errors/app-error';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { signedDecision } from './sign';
import type { ShownContent } from './types';

interface Decision {
  taskId: string;
  outcome: string | null;
  contentDigest: string | null;
  signature?: string | undefined;
}

/**
 * What the engine is told of a decision's signature; nothing where none is asked for. The engine itself refuses a decision
 * that lacks one.
 * @throws AppError 403 `signature-invalid`, 422 `no-signature-asked`
 */
export async function signatureFor(
  { principal }: AuthorisedContext,
  { taskId, outcome, contentDigest, signature }: Decision,
  shown: ShownContent | null,
): Promise<{ signature?: { method: StepUpMethod } }> {
  if (signature === undefined || !shown) return {};
  if (!shown.signature)
    throw invalid({
      code: 'no-signature-asked',
      userMessage: 'This task is decided without a signature; send none.',
      errors: [{ path: 'signature', message: 'Not asked for.' }],
    });
  const about = signedDecision(taskId, outcome, contentDigest ?? '');
  const proven = await provenBy(principal, signature, about);
  if (!proven)
    throw forbidden({
      code: 'signature-invalid',
      userMessage: 'The signature has expired, or is for another decision. Sign again; nothing was decided.',
      errors: [{ path: 'signature', message: 'Sign again.' }],
    });
  return { signature: { method: proven.method } };
}
