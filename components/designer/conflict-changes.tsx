'use client';

import { useEffect, useMemo, useState } from 'react';
import { ChangeLines } from '@/components/versions/change-lines';
import { isUnchanged } from '@/components/versions/words';
import { type DocumentDiff, diffDocuments } from '@/lib/diff';
import type { ProcessDocument } from '@/lib/document';

export interface ConflictChangesProps {
  /** What both started from. */
  base: ProcessDocument;
  mine: ProcessDocument;
  /** Reads what somebody else saved. */
  onTheirs: () => Promise<ProcessDocument>;
}

/** What each of two people did since they started from the same draft. */
export function ConflictChanges({ base, mine, onTheirs }: ConflictChangesProps) {
  const [theirs, setTheirs] = useState<ProcessDocument | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the window opens
  useEffect(() => {
    let current = true;
    // Without the server there is nothing to show; the choices below say so when they are made.
    onTheirs().then(
      (found) => current && setTheirs(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  const sides = useMemo(
    () =>
      [
        ['They changed', theirs && diffDocuments(base, theirs)],
        ['You changed', diffDocuments(base, mine)],
      ] as const,
    [base, mine, theirs],
  );
  return (
    <div className="mt-3 grid gap-4 border-t border-line pt-3 desk:grid-cols-2">
      {sides.map(([title, diff]) => (
        <section key={title} aria-label={title} className="min-w-0">
          <h3 className="mb-1.5 text-xs font-semibold">{title}</h3>
          {diff ? <Side diff={diff} /> : <p className="text-sm text-muted">Reading…</p>}
        </section>
      ))}
    </div>
  );
}

function Side({ diff }: { diff: DocumentDiff }) {
  if (isUnchanged(diff)) return <p className="text-sm text-muted">Nothing but the drawing.</p>;
  return <ChangeLines diff={diff} shown={5} />;
}
