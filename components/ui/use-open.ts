'use client';

import { useState } from 'react';

/** Whether something is open, as its owner says or by itself, and how to change it. */
export function useOpen(open: boolean | undefined, onOpenChange: ((open: boolean) => void) | undefined) {
  const [own, setOwn] = useState(false);
  const shown = open ?? own;
  const set = (next: boolean) => {
    if (next === shown) return;
    if (open === undefined) setOwn(next);
    onOpenChange?.(next);
  };
  return { shown, set };
}
