'use client';

import { ErrorWordsLater } from '@/components/common/error-words-later';

/** When a page fails and no page nearer to it has words for that. */
export default function PageError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas">
      <ErrorWordsLater {...props} />
    </main>
  );
}
