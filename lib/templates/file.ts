import { z } from 'zod';
import { CATEGORIES } from './types';

/** The `template.json` of a template's folder. */
export const templateFile = z.strictObject({
  title: z.string().min(1).max(80),
  /** One paragraph for somebody who has never seen the process. */
  purpose: z.string().min(40).max(400),
  category: z.enum(CATEGORIES),
  businessKey: z.string().min(1),
  /** What an instance with the sample variables is called in lists. */
  instanceTitle: z.string().min(1),
  /** Valid for the start form. */
  variables: z.record(z.string(), z.json()),
});
export type TemplateFile = z.infer<typeof templateFile>;
