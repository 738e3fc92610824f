import { z } from 'zod';

export const id = z.string().min(1).max(128);
export const reason = z.string().trim().min(1, 'Say why: the reason is kept in the audit trail.').max(2000);
export const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
};

/** A document, XML or the text form; exactly one of them. */
export const content = z.union([
  z.strictObject({ xml: z.union([z.string(), z.instanceof(Uint8Array)]) }),
  z.strictObject({ text: z.union([z.string(), z.instanceof(Uint8Array)]) }),
  z.strictObject({ document: z.unknown() }),
]);
