import { useMemo } from 'react';
import { advance, type Moment, START } from '@/components/instance/model/log';
import { looksOf, takenOf } from '@/components/instance/model/looks';
import { useSimulation } from './context';

/** The instance as the picture shows it now. */
export function usePicture() {
  const session = useSimulation((state) => state.session);
  const shown = useSimulation((state) => state.shown);
  const moment: Moment = useMemo(
    () => (session ? advance(START, session.entries.slice(0, shown)) : START),
    [session, shown],
  );
  return {
    session,
    moment,
    looks: useMemo(() => looksOf(moment), [moment]),
    taken: useMemo(() => takenOf(moment), [moment]),
    /** Everything that happened is shown. */
    caughtUp: session !== null && shown === session.entries.length,
  };
}
