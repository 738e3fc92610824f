'use client';

import { useEffect, useRef } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import type { InstanceModel } from './use-instance';

/** Says to screen readers when the instance changes its state while the page is open. */
export function useTold({ shown, tasks, past }: InstanceModel): void {
  const announce = useAnnounce();
  const words = tasks[0] && !past ? `${shown.words}: ${tasks[0].name}` : shown.words;
  const before = useRef(words);
  useEffect(() => {
    if (before.current === words) return;
    before.current = words;
    announce(words);
  }, [words, announce]);
}
