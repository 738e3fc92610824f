'use client';

import { useRouter } from 'next/navigation';
import { Suspense, use, useEffect, useMemo, useState } from 'react';
import { Designer, type DesignerProps, openStorage } from '@/components/designer';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ProcessDocument } from '@/lib/document';
import type { OpenedDraft } from '@/lib/processes/open-draft';

/** Answers of the server whose designer was left; the router shows them again when somebody goes back. */
const left = new Set<number>();

export interface DesignerPageProps extends Omit<DesignerProps, 'document' | 'revision' | 'problems'> {
  /** When the server read the draft, epoch ms: names this answer. */
  readAt: number;
  /** May still be on its way. */
  draft: Promise<OpenedDraft>;
}

/**
 * The designer on the draft as it is now. Going back in the browser shows the page as it was when it was opened,
 * before everything that was saved since; then the draft is read anew.
 */
export function DesignerPage({ readAt, ...props }: DesignerPageProps) {
  const router = useRouter();
  // The server draws nothing of a designer, so it needn't read the draft for it.
  const hydrated = useHydrated();
  const [oldAnswer] = useState(() => (left.has(readAt) ? readAt : null));
  const old = oldAnswer === readAt;
  useEffect(openStorage, []);
  useEffect(() => {
    if (old) router.refresh();
  }, [old, router]);
  useEffect(() => {
    left.delete(readAt);
    return () => void left.add(readAt);
  }, [readAt]);
  if (old || !hydrated) return <Coming />;
  return (
    <Suspense fallback={<Coming />}>
      <OnDraft {...props} />
    </Suspense>
  );
}

const Coming = () => <div role="status" aria-label="Loading the draft" className="board-dots h-full" />;

function OnDraft({ draft, ...props }: Omit<DesignerPageProps, 'readAt'>) {
  const { text, draftRevision, problems } = use(draft);
  const document = useMemo(() => JSON.parse(text) as ProcessDocument, [text]);
  return (
    <Designer
      key={`${props.processId}:${draftRevision}`}
      {...props}
      document={document}
      revision={draftRevision}
      problems={problems}
    />
  );
}
