'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Designer, type DesignerProps } from '@/components/designer';

/** Answers of the server whose designer was left; the router shows them again when somebody goes back. */
const left = new Set<number>();

export interface DesignerPageProps extends DesignerProps {
  /** When the server read the draft, epoch ms: names this answer. */
  readAt: number;
}

/**
 * The designer on the draft as it is now. Going back in the browser shows the page as it was when it was opened,
 * before everything that was saved since; then the draft is read anew.
 */
export function DesignerPage({ readAt, ...props }: DesignerPageProps) {
  const router = useRouter();
  const [oldAnswer] = useState(() => (left.has(readAt) ? readAt : null));
  const old = oldAnswer === readAt;
  useEffect(() => {
    if (old) router.refresh();
  }, [old, router]);
  useEffect(() => {
    left.delete(readAt);
    return () => void left.add(readAt);
  }, [readAt]);
  if (old) return <div role="status" aria-label="Loading the draft" className="board-dots h-full" />;
  return <Designer key={`${props.processId}:${props.revision}`} {...props} />;
}
