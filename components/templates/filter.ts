import type { TemplateSummary } from '@/lib/templates/types';

/** What somebody looks for among the templates. */
export interface TemplateFilter {
  text: string;
  /** Empty: every category. */
  category: string;
  usesAi: boolean;
  needsApproval: boolean;
}

export const NO_FILTER: TemplateFilter = { text: '', category: '', usesAi: false, needsApproval: false };

type Searched = Pick<TemplateSummary, 'title' | 'purpose' | 'category' | 'usesAi' | 'needsApproval'>;

/** The templates that hold every word of the text and are what is asked for, in their order. */
export function matching<Item extends Searched>(items: readonly Item[], filter: TemplateFilter): Item[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = `${item.title} ${item.purpose} ${item.category}`.toLowerCase();
    if (filter.category && item.category !== filter.category) return false;
    if ((filter.usesAi && !item.usesAi) || (filter.needsApproval && !item.needsApproval)) return false;
    return words.every((word) => text.includes(word));
  });
}
