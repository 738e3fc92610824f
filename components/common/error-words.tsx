'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { ErrorState } from '@/components/ui/error-state';

export interface ErrorWordsProps {
  /** `digest` is how the server wrote it down. */
  error: Error & { digest?: string };
  reset: () => void;
}

/** A fault of ours, in words, with the way to try again and the id of the log line. */
export function ErrorWords({ error, reset }: ErrorWordsProps) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <ErrorState title="This page could not be shown" onRetry={retry} traceId={error.digest}>
      Something went wrong on our side. What you did before is saved; what runs goes on running.
    </ErrorState>
  );
}
