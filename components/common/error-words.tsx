'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { later } from '@/components/ui/later';

export interface ErrorWordsProps {
  /** `digest` is how the server wrote it down. */
  error: Error & { digest?: string };
  reset: () => void;
}

const CopyButton = later(() => import('@/components/ui/copy-button').then((it) => it.CopyButton), {
  name: 'Copying',
  place: () => null,
});

/**
 * A fault of ours, in words, with the way to try again and the id of the log line.
 */
export function ErrorWords({ error, reset }: ErrorWordsProps) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div role="alert" className="mx-auto flex max-w-110 flex-col items-center gap-2 px-6 py-12 text-center">
      <p className="text-base font-semibold tracking-[-.012em]">This page could not be shown</p>
      <p className="text-muted">
        Something went wrong on our side. What you did before is saved; what runs goes on running.
      </p>
      <button type="button" className={buttonClass({ className: 'mt-3' })} onClick={retry}>
        Try again
      </button>
      {error.digest && (
        <p className="mt-2 flex h-6.5 items-center gap-1.5 text-xs text-muted">
          Trace <code>{error.digest}</code>
          <CopyButton text={error.digest} label="Copy trace id" />
        </p>
      )}
    </div>
  );
}
