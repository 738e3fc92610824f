import { useEffect, useRef } from 'react';
import type { Autosave } from './autosave';

/** Calls `show` when somebody else turns out to have saved this draft. */
export function useConflict(autosave: Autosave, show: () => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(
    () =>
      autosave.state.subscribe(
        (state, before) => state.status === 'conflict' && before.status !== 'conflict' && latest.current(),
      ),
    [autosave],
  );
}

/** Leaving the page with unsaved changes saves them; the browser keeps them in any case. */
export function useSaveOnLeave(autosave: Autosave): void {
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') void autosave.flush();
    };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, [autosave]);
}
