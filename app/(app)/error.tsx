'use client';

import { ErrorWords } from '@/components/common/error-words';

/** When a page fails: the rest of the product stays within reach. */
export default function AppPageError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorWords {...props} />;
}
