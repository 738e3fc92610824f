'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { later } from '@/components/ui/later';
import { whenIdle } from '@/components/ui/when-idle';
import type { CommentsPanelProps } from './comments-panel';

/** Where it can't be loaded no pins are seen, and drawing goes on; the panel says so when it is opened. */
const Following = lazy(() =>
  import('./following').then(
    (m) => ({ default: m.CommentsFollowing }),
    () => ({ default: () => <></> }),
  ),
);

/** What is said about the draft, once there is nothing more urgent. */
export function CommentsLater({ processId }: { processId: string }) {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return idle ? (
    <Suspense>
      <Following processId={processId} />
    </Suspense>
  ) : null;
}

/** The comments, where the properties are otherwise. */
export const CommentsPanel = later<CommentsPanelProps>(
  () => import('./comments-panel').then((it) => it.CommentsPanel),
  {
    name: 'The comments',
    place: (_props, failure) => (
      <aside
        aria-label="Comments"
        aria-busy={!failure}
        className="w-89 flex-none border-l border-line bg-paper max-desk:fixed max-desk:inset-0 max-desk:z-30 max-desk:w-auto"
      >
        {failure}
      </aside>
    ),
  },
);
