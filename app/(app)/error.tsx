'use client';

import { ErrorWordsLater } from '@/components/common/error-words-later';

/** When a page fails: the rest of the product stays within reach. */
export default function AppPageError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorWordsLater {...props} />;
}
