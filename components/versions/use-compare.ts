import { useEffect, useMemo, useState } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import { type Difference, marksOf, onlyMoved } from '@/lib/diff';
import type { Comparison } from './comparison';
import { GROUPS, inReadingOrder, spoken } from './words';

/** What is looked at in a comparison, and how to go on from it. */
export function useCompare(
  { diff }: Comparison,
  layout: boolean,
  selected: string | null,
  select: (id: string | null) => void,
) {
  const moved = useMemo(() => onlyMoved(diff), [diff]);
  const marks = useMemo(() => marksOf(diff, { layout }), [diff, layout]);
  const list: Difference[] = useMemo(
    () => [
      ...GROUPS.flatMap(([group]) => inReadingOrder(diff[group])),
      ...(layout ? inReadingOrder(moved) : []),
    ],
    [diff, layout, moved],
  );
  const at = list.findIndex(({ id }) => id === selected);
  const announce = useAnnounce();
  const step = (by: 1 | -1) => {
    if (list.length === 0) return;
    const next = list[(at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by + list.length) % list.length];
    if (!next) return;
    select(next.id);
    announce(spoken(next, next.mark));
  };
  const keys = useStepKeys(step);
  return { moved, marks, list, at, step, keys };
}

/**
 * N and P go through the changes, wherever the focus is but in a field.
 * @returns whether they do already
 */
function useStepKeys(step: (by: 1 | -1) => void): boolean {
  const [listening, setListening] = useState(false);
  useEffect(() => setListening(true), []);
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      const by = { n: 1, p: -1 }[event.key.toLowerCase()] as 1 | -1 | undefined;
      if (!by) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  });
  return listening;
}
