import { z } from 'zod';
import { isSafePattern } from './pattern';

/** Fields of one form; more is a list nobody can work through. */
export const MAX_FIELDS = 200;

/** A variable name, or a dotted path into one. */
export const fieldKey = z
  .string()
  .regex(
    /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u,
    'A field key is a variable name: letters, digits and underscores, beginning with a letter.',
  )
  .max(200)
  .refine(
    (key) => !/(?:^|\.)(?:__proto__|constructor|prototype)(?:\.|$)/.test(key),
    'This name is reserved.',
  );

const label = z.string().max(500);
const options = z.array(z.object({ value: z.string().max(500), label: z.string().max(500) })).max(1000);

const common = {
  label: label.default(''),
  description: z.string().max(5000).optional(),
};

const stored = {
  ...common,
  key: fieldKey,
  required: z.boolean().optional(),
  default: z.json().optional(),
};

const text = {
  ...stored,
  minLength: z.number().int().min(0).optional(),
  maxLength: z.number().int().min(0).optional(),
  pattern: z
    .string()
    .refine(isSafePattern, 'This pattern is not a regular expression, or one that could take very long.')
    .optional(),
};

const number = { ...stored, min: z.number().optional(), max: z.number().optional() };

const field = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), ...text }),
  z.object({ type: z.literal('textarea'), ...text }),
  z.object({ type: z.literal('number'), ...number }),
  z.object({
    type: z.literal('money'),
    ...number,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  }),
  z.object({ type: z.literal('date'), ...stored }),
  z.object({ type: z.literal('boolean'), ...stored }),
  z.object({ type: z.literal('choice'), ...stored, options: options.min(1) }),
  z.object({ type: z.literal('multichoice'), ...stored, options: options.min(1) }),
  z.object({ type: z.literal('readonly'), ...common, key: fieldKey, currency: z.string().optional() }),
  z.object({ type: z.literal('section'), ...common, key: z.string().default('') }),
  z.object({ type: z.literal('note'), ...common, key: z.string().default('') }),
  z.object({ type: z.literal('html-text'), ...common, key: z.string().default('') }),
]);

/** The JSON text of `countersign:form`. */
export const formSchema = z.object({
  fields: z.array(field).max(MAX_FIELDS, `A form has at most ${MAX_FIELDS} fields.`),
});
