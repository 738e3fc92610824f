'use client';

import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { LoadFailed } from './load-failed';
import { whenIdle } from './when-idle';

export interface LaterOptions<P> {
  /** What it is, as the subject of “… can’t be loaded”: “The properties”. */
  name: string;
  /**
   * Whether somebody waits for it where it is drawn: then it loads at once, otherwise when the page is idle. Unless
   * given, somebody always does.
   */
  awaited?: (props: P) => boolean;
  /**
   * Its place while it is not there, of the size it will have, so that nothing jumps; what is put into it says that
   * loading failed. Without one there is no place, and a failure is said in the corner.
   */
  place?: (props: P, failure: ReactNode) => ReactNode;
}

/** A component whose program comes after the page's own. */
export type Later<P> = ComponentType<P> & {
  /** Fetches it ahead of need. What fails is tried again the next time. */
  preload: () => Promise<void>;
};

/**
 * A part of a page that isn't loaded with it: its place is kept, a failure is said in words with a way to try again,
 * and it is tried again by itself when the browser is back online. Once loaded it is drawn at once.
 * @param load imports the component
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { name, awaited: isAwaited = () => true, place }: LaterOptions<P>,
): Later<P> {
  let part: ComponentType<P> | null = null;
  let coming: Promise<void> | undefined;
  const watching = new Set<() => void>();

  const preload = () => {
    coming ??= load().then(
      (loaded) => {
        part = loaded;
        for (const tell of watching) tell();
      },
      (error) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };
  const watch = (tell: () => void) => {
    watching.add(tell);
    return () => void watching.delete(tell);
  };

  function Part(props: P) {
    // The server draws the place, so the browser's first drawing has to, too.
    const Loaded = useSyncExternalStore(
      watch,
      () => part,
      () => null,
    );
    const [failed, setFailed] = useState(false);
    const attempt = useCallback(() => {
      setFailed(false);
      preload().catch(() => setFailed(true));
    }, []);
    const awaited = isAwaited(props);
    useEffect(() => {
      if (part) return;
      if (!awaited) return whenIdle(attempt);
      attempt();
    }, [attempt, awaited]);
    useEffect(() => {
      if (!failed) return;
      window.addEventListener('online', attempt);
      return () => window.removeEventListener('online', attempt);
    }, [failed, attempt]);
    if (Loaded) return <Loaded {...props} />;
    // Nobody has asked yet for what comes when the page is idle.
    const failure = failed && awaited ? <LoadFailed name={name} corner={!place} onRetry={attempt} /> : null;
    return place ? place(props, failure) : failure;
  }
  Part.displayName = `Later(${name})`;
  return Object.assign(Part, { preload });
}

/**
 * Fetches parts ahead of need, one after the other, when the page is idle; what failed is tried again when the browser
 * is back online.
 * @param parts stable between drawings
 */
export function usePreload(parts: readonly { preload: () => Promise<unknown> }[]): void {
  useEffect(() => {
    let stopped = false;
    const fetchAll = async () => {
      for (const part of parts) {
        if (stopped) return;
        await part.preload().catch(() => undefined);
      }
    };
    const cancel = whenIdle(() => void fetchAll());
    const again = () => void fetchAll();
    window.addEventListener('online', again);
    return () => {
      stopped = true;
      cancel();
      window.removeEventListener('online', again);
    };
  }, [parts]);
}
