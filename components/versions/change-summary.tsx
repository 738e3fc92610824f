import Link from 'next/link';
import type { DocumentDiff } from '@/lib/diff';
import { MarkIcon } from './mark-icon';
import { GROUPS, inReadingOrder } from './words';

/** How many lines are worth reading before publishing; the comparison has the rest. */
const SHOWN = 8;

export interface ChangeSummaryProps {
  diff: DocumentDiff;
  /** What it is compared with. */
  base: string;
  /** Where all of it can be seen; absent where there is nothing to compare with. */
  compareHref?: string | undefined;
  onCompare?: (() => void) | undefined;
}

/** What a publication changes, in lines: each element with its mark, and what was and is. */
export function ChangeSummary({ diff, base, compareHref, onCompare }: ChangeSummaryProps) {
  const all = GROUPS.flatMap(([group]) => inReadingOrder(diff[group]));
  return (
    <section aria-labelledby="publish-changes">
      <div className="mb-1.5 flex items-baseline gap-3">
        <h3 id="publish-changes" className="text-xs font-semibold">
          {all.length === 1 ? 'One change' : `${all.length} changes`} since {base}
        </h3>
        {compareHref && (
          <Link
            href={compareHref}
            className="inline-link ml-auto text-xs"
            onClick={(event) => {
              if (!onCompare) return;
              event.preventDefault();
              onCompare();
            }}
          >
            Compare on the diagram
          </Link>
        )}
      </div>
      {all.length === 0 && <p className="text-muted">Nothing but the drawing changed.</p>}
      <ul className="flex flex-col gap-1 text-sm">
        {all.slice(0, SHOWN).map(({ id, mark, name, kind, changes }) => (
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
      {all.length > SHOWN && <p className="mt-1 text-sm text-muted">and {all.length - SHOWN} more</p>}
    </section>
  );
}

const short = (text: string | null): string =>
  text === null ? '–' : text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text;
