import { z } from 'zod';
import type { JsonObject } from '@/engine/core/json';

const MAX_VARIABLES_BYTES = 1_000_000;

/** Variables as they come from outside: a JSON object of at most 1 MB with plain names. */
export const variables = z
  .record(z.string().min(1).max(200), z.json())
  .refine((value) => Buffer.byteLength(JSON.stringify(value)) <= MAX_VARIABLES_BYTES, {
    message: 'The variables are larger than 1 MB. Put large content elsewhere and pass a reference.',
    params: { tooLarge: true },
  })
  .transform((value) => value as JsonObject);
