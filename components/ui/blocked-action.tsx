'use client';

import { TriangleAlert } from 'lucide-react';

export interface BlockedActionProps {
  /** The action that can't be done now, e.g. “Publish…”. */
  action: string;
  /** Why not, in few words, e.g. “1 error”. */
  reason: string;
  /** Goes to what has to be mended. */
  onReason: () => void;
}

/** An action that is blocked, and beside it the reason as a button that leads to it. Never a dead grey button. */
export function BlockedAction({ action, reason, onReason }: BlockedActionProps) {
  return (
    <span className="inline-flex h-8 flex-none whitespace-nowrap rounded-md border border-line-strong bg-surface">
      <span
        aria-hidden="true"
        className="hatch-blocked inline-flex items-center rounded-l-[5px] px-3 font-medium text-muted max-desk:px-2"
      >
        {action}
      </span>
      <button
        type="button"
        onClick={onReason}
        aria-label={`${action} is blocked: ${reason}. Show`}
        className="inline-flex items-center gap-1.5 rounded-r-[5px] border-l border-line-strong px-3 font-medium hover:bg-hover max-desk:px-2"
      >
        <TriangleAlert size={15} strokeWidth={1.6} className="text-incident" aria-hidden="true" />
        {reason}
      </button>
    </span>
  );
}
