import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { TemplateSummary } from '@/lib/templates/types';
import { TemplateFacts } from './facts';
import type { Using } from './gallery';
import { UseButton } from './use-button';

export interface TemplateCardProps {
  template: TemplateSummary & { thumbnail: ReactNode };
  using: Using;
  onPreview(): void;
  onUse(): void;
}

/** One template: its drawing, what it is for, and what can be done with it. */
export function TemplateCard({ template, using, onPreview, onUse }: TemplateCardProps) {
  const { title, purpose, thumbnail } = template;
  return (
    <li className="flex flex-col overflow-hidden rounded-lg border border-line bg-surface">
      <div className="board-dots grid h-33 place-items-center border-b border-line px-4 py-3">
        {thumbnail}
      </div>
      <div className="flex grow flex-col gap-2.5 px-4 py-3">
        <h3 className="text-base font-semibold tracking-[-.012em]">{title}</h3>
        <p className="grow text-sm text-muted">{purpose}</p>
        <TemplateFacts {...template} />
        <div className="flex flex-wrap gap-2 pt-1">
          <Button onClick={onPreview} aria-label={`Preview: ${title}`} icon={<Eye size={15} aria-hidden />}>
            Preview
          </Button>
          <UseButton template={template} using={using} onUse={onUse} />
        </div>
      </div>
    </li>
  );
}
