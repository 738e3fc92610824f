import { useEffect, useRef } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import { comings, type Person } from './persons';

/** A connection that is lost and back within this time (ms) is nobody's leaving. */
const SETTLE_MS = 1_500;

/** Says who came and who went. */
export function useComings(persons: readonly Person[]): void {
  const announce = useAnnounce();
  const said = useRef<readonly Person[]>([]);
  const key = persons.map(({ personId }) => personId).join(' ');
  const latest = useRef(persons);
  latest.current = persons;
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is here, not what they select
  useEffect(() => {
    const timer = setTimeout(() => {
      const words = comings(said.current, latest.current);
      said.current = latest.current;
      if (words) announce(words);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [key, announce]);
}
