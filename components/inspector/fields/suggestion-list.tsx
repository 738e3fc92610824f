import { cx } from '@/components/ui/cx';
import type { FeelSuggestion } from '@/lib/feel/scope';

/** Something that can be taken, by its name. */
export type Choice = Omit<FeelSuggestion, 'type'>;

interface SuggestionListProps {
  id: string;
  label: string;
  offers: readonly Choice[];
  active: number;
  onTake: (suggestion: Choice) => void;
}

/** What fits what is typed: variables in scope, each with its type and who sets it, or things by their name and id. */
export function SuggestionList({ id, label, offers, active, onTake }: SuggestionListProps) {
  return (
    <ul
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox
      role="listbox"
      aria-label={label}
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
