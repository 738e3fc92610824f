import Link from 'next/link';
import type { DocumentDiff } from '@/lib/diff';
import { ChangeLines } from './change-lines';
import { GROUPS } from './words';

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
  const count = GROUPS.reduce((sum, [group]) => sum + diff[group].length, 0);
  return (
    <section aria-labelledby="publish-changes">
      <div className="mb-1.5 flex items-baseline gap-3">
        <h3 id="publish-changes" className="text-xs font-semibold">
          {count === 1 ? 'One change' : `${count} changes`} since {base}
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
      {count === 0 && <p className="text-muted">Nothing but the drawing changed.</p>}
      <ChangeLines diff={diff} />
    </section>
  );
}
