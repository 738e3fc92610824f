import { z } from 'zod';

/** What a template is good for, in the words of the gallery's filter. */
export const CATEGORIES = [
  'Compliance',
  'Customers',
  'Documents',
  'Finance',
  'Operations',
  'People',
] as const;
export type Category = (typeof CATEGORIES)[number];

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

/** A template as it is listed. */
export interface TemplateSummary {
  /** Name of its folder. */
  templateId: string;
  title: string;
  purpose: string;
  category: Category;
  usesAi: boolean;
  needsApproval: boolean;
  /** How many steps people and machines do. */
  steps: number;
  variables: TemplateFile['variables'];
}
