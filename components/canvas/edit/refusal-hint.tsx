'use client';

import { Ban } from 'lucide-react';
import { useGesture } from './gesture-store';

/** Says beside the pointer why letting go here would do nothing. When it is let go, it is also announced. */
export function RefusalHint() {
  const refusal = useGesture((state) => state.refusal);
  if (!refusal) return null;
  return (
    <p
      aria-hidden="true"
      data-testid="refusal"
      className="pointer-events-none absolute z-20 flex max-w-64 items-start gap-1.5 rounded-sm bg-ink px-2 py-1 text-xs font-medium text-canvas shadow-card"
      style={{
        left: `min(${refusal.at.x + 16}px, calc(100% - 264px))`,
        top: `min(${refusal.at.y + 18}px, calc(100% - 60px))`,
      }}
    >
      <Ban size={13} className="mt-0.5 flex-none" />
      {refusal.text}
    </p>
  );
}
