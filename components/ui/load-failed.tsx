'use client';

import { buttonClass } from './button-style';
import { cx } from './cx';

export interface LoadFailedProps {
  /** The subject of “… can’t be loaded”. */
  name: string;
  /** In the corner of the window, for what has no place of its own. */
  corner?: boolean;
  onRetry: () => void;
}

/** Says that a part of the page didn't come, and tries again. Needs nothing that would have to be loaded itself. */
export function LoadFailed({ name, corner = false, onRetry }: LoadFailedProps) {
  return (
    <div
      role="alert"
      className={cx(
        'flex flex-wrap items-center gap-x-3 gap-y-2 text-sm',
        corner
          ? 'fixed right-4 bottom-4 z-50 max-w-90 rounded-md border border-incident bg-surface px-3.5 py-2.5 shadow-card'
          : 'p-4',
      )}
    >
      <p className="min-w-0 grow">{name} can’t be loaded. Is the server reachable?</p>
      <button type="button" className={buttonClass({ size: 'sm' })} onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
