import { Button } from '@/components/ui/button';
import type { TemplateSummary } from '@/lib/templates/types';
import type { Using } from './gallery';

export interface UseButtonProps {
  template: Pick<TemplateSummary, 'templateId' | 'title'>;
  using: Using;
  variant?: 'primary' | 'secondary';
  onUse(): void;
}

/** Starts a draft from a template. A stranger of the demo becomes its first person and is asked for the name then. */
export function UseButton({ template, using, variant = 'secondary', onUse }: UseButtonProps) {
  if (using === 'refused') return null;
  const label = `Use this template: ${template.title}`;
  if (using === 'person') {
    return (
      <Button variant={variant} onClick={onUse} aria-label={label}>
        Use this template
      </Button>
    );
  }
  const returnTo = `/templates?use=${encodeURIComponent(template.templateId)}`;
  return (
    <form method="post" action="/api/demo/sign-in">
      <input type="hidden" name="personId" value={using.becomes} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <Button variant={variant} type="submit" aria-label={label}>
        Use this template
      </Button>
    </form>
  );
}
