import { Stamp } from 'lucide-react';
import { AiChip, Chip } from '@/components/ui/chip';
import type { TemplateSummary } from '@/lib/templates/types';

type Facts = Pick<TemplateSummary, 'category' | 'usesAi' | 'needsApproval' | 'steps'>;

/** What a template is and uses, as chips. */
export function TemplateFacts({ category, usesAi, needsApproval, steps }: Facts) {
  return (
    <div className="flex flex-wrap gap-1.5">
      <Chip>{category}</Chip>
      {usesAi && <AiChip>Uses AI</AiChip>}
      {needsApproval && <Chip icon={<Stamp size={13} aria-hidden />}>Needs approval</Chip>}
      <Chip>{steps} steps</Chip>
    </div>
  );
}
