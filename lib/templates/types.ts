import type { TemplateFile } from './file';

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
