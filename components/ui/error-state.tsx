'use client';

import { RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { CopyButton } from './copy-button';

export interface ErrorStateProps {
  /** What happened, in plain words. */
  title: string;
  /** Why, and what to do. */
  children?: ReactNode;
  onRetry?: () => void;
  busy?: boolean;
  /** For support and logs. */
  traceId?: string;
}

/** Something could not be shown: what, why, what to do, and the id under which the server wrote it down. */
export function ErrorState({ title, children, onRetry, busy, traceId }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-110 flex-col items-center gap-2 px-6 py-12 text-center">
      <TriangleAlert size={22} strokeWidth={1.6} className="mb-1 text-incident" aria-hidden="true" />
      <p className="text-base font-semibold tracking-[-.012em]">{title}</p>
      {children && <div className="text-muted">{children}</div>}
      {onRetry && (
        <Button
          className="mt-3"
          busy={busy}
          onClick={onRetry}
          icon={<RotateCw size={14} aria-hidden="true" />}
        >
          Try again
        </Button>
      )}
      {traceId && (
        <p className="mt-2 flex items-center gap-1.5 text-xs text-muted">
          Trace <code>{traceId}</code>
          <CopyButton text={traceId} label="Copy trace id" />
        </p>
      )}
    </div>
  );
}
