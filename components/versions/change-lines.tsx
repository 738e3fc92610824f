import type { DocumentDiff } from '@/lib/diff';
import { MarkIcon } from './mark-icon';
import { GROUPS, inReadingOrder } from './words';

export interface ChangeLinesProps {
  diff: DocumentDiff;
  /** How many lines are worth reading here; the comparison has the rest. */
  shown?: number;
}

/** What differs, in lines: each element with its mark, and what was and is. */
export function ChangeLines({ diff, shown = 8 }: ChangeLinesProps) {
  const all = GROUPS.flatMap(([group]) => inReadingOrder(diff[group]));
  return (
    <>
      <ul className="flex flex-col gap-1 text-sm">
        {all.slice(0, shown).map(({ id, mark, name, kind, changes }) => (
          <li key={id} className="flex items-start gap-2">
            <MarkIcon mark={mark} labelled />
            <span className="min-w-0">
              <span className="font-medium">{name}</span>{' '}
              {mark === 'changed' ? (
                <span className="break-words text-muted">
                  {changes
                    .slice(0, 2)
                    .map(({ label, before, after }) => `${label}: ${short(before)} → ${short(after)}`)
                    .join('; ')}
                  {changes.length > 2 && `; ${changes.length - 2} more`}
                </span>
              ) : (
                <span className="text-muted">{kind}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {all.length > shown && <p className="mt-1 text-sm text-muted">and {all.length - shown} more</p>}
    </>
  );
}

const short = (text: string | null): string =>
  text === null ? '–' : text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text;
