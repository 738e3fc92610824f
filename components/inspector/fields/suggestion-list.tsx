import { cx } from '@/components/ui/cx';
import type { FeelSuggestion } from '@/lib/feel/scope';

interface SuggestionListProps {
  id: string;
  offers: readonly FeelSuggestion[];
  active: number;
  onTake: (suggestion: FeelSuggestion) => void;
}

/** Variables in scope that fit what is typed, each with its type and who sets it. */
export function SuggestionList({ id, offers, active, onTake }: SuggestionListProps) {
  return (
    <ul
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox
      role="listbox"
      aria-label="Variables"
      hidden={offers.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-56 overflow-y-auto rounded-md border border-line-strong bg-surface p-1 shadow-card"
    >
      {offers.map((offer, i) => (
        <li
          key={offer.apply}
          id={`${id}-${i}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of a combobox
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          className={cx('cursor-pointer rounded-sm px-2 py-1', i === active && 'bg-hover')}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(offer);
          }}
        >
          <code className="text-xs font-medium">{offer.label}</code>
          <span className="ml-2 text-xs text-muted">{offer.detail}</span>
        </li>
      ))}
    </ul>
  );
}
