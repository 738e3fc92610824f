import { z } from 'zod';
import { KINDS, PROVIDER_KINDS } from '@/lib/ai/providers/kinds';
import { SIMULATED } from '@/lib/ai/providers/types';
import { OutboundError } from '@/lib/outbound/errors';
import { outboundUrl } from '@/lib/outbound/redirect';

/** What processes name a provider by: it stays the same when a process moves to another installation. */
export const providerId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'Use small letters, digits and dashes, such as “mistral-eu”.');

/** What can be entered for one of Settings; `simulated` is always there and can't be replaced. */
export const ownProviderId = providerId.refine(
  (id) => id !== SIMULATED.id,
  'This name belongs to the simulated model.',
);

const price = z.number().min(0).max(100_000).nullable().optional();

export const providerInput = z
  .strictObject({
    providerId: ownProviderId,
    kind: z.enum(PROVIDER_KINDS),
    name: z.string().trim().min(1, 'Name the provider.').max(100),
    /** Null or absent for the kind's own address. */
    baseUrl: z.string().trim().max(2000).nullable().optional(),
    model: z.string().trim().min(1, 'Name the model.').max(200),
    /** Absent keeps the key that is stored; null removes it. */
    apiKey: z.string().trim().min(1).max(10_000).nullable().optional(),
    inputPrice: price,
    outputPrice: price,
    /** Where it processes data. Absent keeps what is stated, unless the address changes; null or empty takes it back. */
    region: z.string().trim().max(60, 'Say it in at most 60 characters.').nullable().optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Use the three letters of the currency, such as EUR.')
      .default('EUR'),
  })
  .superRefine((input, context) => {
    const message = addressProblem(input.baseUrl ?? KINDS[input.kind].baseUrl);
    if (message) context.addIssue({ code: 'custom', path: ['baseUrl'], message });
  });

export type ProviderInput = z.infer<typeof providerInput>;

function addressProblem(baseUrl: string | null): string | undefined {
  if (!baseUrl) return 'Enter the address of the endpoint, such as http://localhost:11434/v1.';
  try {
    outboundUrl(baseUrl);
  } catch (error) {
    if (error instanceof OutboundError) return error.message;
    throw error;
  }
}
