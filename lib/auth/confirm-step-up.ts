import 'server-only';
import { z } from 'zod';
import { defineUseCase } from '@/lib/usecase/define';
import { takeProviderAnswer } from './provider-step-up';

/**
 * Takes the answer of the identity provider to somebody who came back from it. It decides and signs nothing: that takes
 * another request of the page that asked. A refusal is on the record.
 * @throws AppError 401, 403 `not-confirmed`
 */
export const confirmStepUp = defineUseCase(
  {
    name: 'auth.confirm-step-up',
    schema: z.strictObject({ params: z.record(z.string().max(50), z.string().max(4000)) }),
    policy: { signedIn: true },
    mutates: true,
  },
  async (context, { params }): Promise<Record<string, never>> => {
    await takeProviderAnswer(context.principal, params);
    return {};
  },
);
