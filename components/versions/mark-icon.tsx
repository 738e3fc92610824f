import { DiffBadge } from '@/components/bpmn/badge';
import type { Mark } from '@/lib/diff';

const WORDS: Record<Mark, string> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
};

export const markWord = (mark: Mark): string => WORDS[mark];

/** The mark of the drawing beside a word of the list: +, −, ~ or ↔ in its square. */
export function MarkIcon({ mark, labelled = false }: { mark: Mark; labelled?: boolean }) {
  return (
    <>
      <svg viewBox="-10.5 -10.5 21 21" className="size-5 flex-none" aria-hidden="true">
        <DiffBadge mark={mark} />
      </svg>
      {labelled && <span className="sr-only">{WORDS[mark]}:</span>}
    </>
  );
}
