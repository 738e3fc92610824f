'use client';

import { ChevronDown } from 'lucide-react';
import { useContext } from 'react';
import { cx } from '@/components/ui/cx';
import { type SectionProps, Section as UiSection } from '@/components/ui/section';
import { FoldContext } from './folds';

interface FoldingSectionProps extends SectionProps {
  /** Folded until somebody unfolds it. */
  foldedAtFirst?: boolean;
}

/** A section of the panel that folds, and stays as it was left for this kind of element. */
export function Section({ title, children, foldedAtFirst = false, ...rest }: FoldingSectionProps) {
  const folds = useContext(FoldContext);
  if (!folds || typeof title !== 'string')
    return (
      <UiSection title={title} {...rest}>
        {children}
      </UiSection>
    );
  // what is kept is that somebody folded or unfolded it
  const folded = folds.folded.has(title) !== foldedAtFirst;
  return (
    <UiSection
      {...rest}
      title={
        <button
          type="button"
          aria-expanded={!folded}
          onClick={() => folds.toggle(title)}
          className="flex min-h-6 items-center gap-1 font-semibold"
        >
          {title}
          <ChevronDown
            size={13}
            aria-hidden="true"
            className={cx('text-muted transition-transform', folded && '-rotate-90')}
          />
        </button>
      }
    >
      <div data-fold hidden={folded}>
        {children}
      </div>
    </UiSection>
  );
}

/** Unfolds the section around a place, so that it can be focused in the next frame. */
export function unfoldAround(place: Element): void {
  const body = place.closest('[data-fold][hidden]');
  body?.parentElement?.querySelector<HTMLElement>('button[aria-expanded="false"]')?.click();
}
