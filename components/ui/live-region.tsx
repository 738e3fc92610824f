'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef } from 'react';

/** Says something to screen readers; `assertive` interrupts and is for errors only. */
export type Announce = (message: string, options?: { assertive?: boolean }) => void;

const Context = createContext<Announce>(() => {});

/** Polite messages closer together than this (ms) are said as one. */
const QUIET = 500;

/** A no-break space that alternates makes the same sentence be said again. */
function say(element: HTMLElement | null, message: string): void {
  if (!element) return;
  element.textContent = element.textContent === message ? `${message}\u00a0` : message;
}

/** The one live region of the app, polite and assertive. Everything announces through `useAnnounce`. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const announce = useCallback<Announce>((message, options) => {
    if (options?.assertive) return say(assertive.current, message);
    waiting.current.push(message);
    timer.current ??= setTimeout(() => {
      say(polite.current, waiting.current.join('. '));
      waiting.current = [];
      timer.current = undefined;
    }, QUIET);
  }, []);

  return (
    <Context.Provider value={announce}>
      {children}
      <div ref={polite} role="status" aria-live="polite" className="sr-only" data-live="polite" />
      <div ref={assertive} role="alert" aria-live="assertive" className="sr-only" data-live="assertive" />
    </Context.Provider>
  );
}

/** The function that speaks to screen readers. Outside of the region it does nothing. */
export function useAnnounce(): Announce {
  return useContext(Context);
}
