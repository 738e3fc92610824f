import { Check } from 'lucide-react';

/** Says that the step refuses answers whose quotes don't stand in the input; nothing where it doesn't. */
export function QuotesFound({ required, count }: { required: boolean; count: number }) {
  if (!required) return null;
  return (
    <p className="flex items-center gap-1.5 px-3 py-1.5 text-xs">
      <Check size={13} aria-hidden="true" />
      {count === 1 ? 'The quote was' : `All ${count} quotes were`} found in the input, word for word.
    </p>
  );
}
