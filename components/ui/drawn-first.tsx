'use client';

import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { later } from './later';
import { whenIdle } from './when-idle';

export interface DrawnFirstOptions<P> {
  /** What it is, as the subject of “… can’t be loaded”. */
  name: string;
  /** Its place, where the server didn’t draw it or its program can’t be loaded. */
  place: (props: P, failure: ReactNode) => ReactNode;
}

/** Passes when the page is idle, or when somebody wants to go on. */
function idleOr(): { wait: () => Promise<void>; hurry: () => void } {
  let hurry!: () => void;
  const hurried = new Promise<void>((go) => {
    hurry = go;
  });
  const wait = () =>
    typeof window === 'undefined'
      ? Promise.resolve()
      : Promise.race([hurried, new Promise<void>((go) => void whenIdle(go))]);
  return { wait, hurry };
}

/**
 * A part that the server draws whole, and whose program comes when the page is idle: nothing is missing meanwhile, and
 * a click on one of its buttons brings the program at once and is repeated then. For parts whose props stay as they
 * are until then.
 * @param load imports the component
 */
export function drawnFirst<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { name, place }: DrawnFirstOptions<P>,
): ComponentType<P> {
  const Again = later(load, { name, place });
  const { wait, hurry } = idleOr();
  const Part = lazy(async () => {
    await wait();
    return { default: await load().catch((): ComponentType<P> => Again) };
  });
  return function DrawnFirst(props: P) {
    const { box, onLive } = useEarlyClick(hurry);
    return (
      <span ref={box} className="contents">
        <Suspense fallback={place(props, null)}>
          <Part {...props} />
          <Live onLive={onLive} />
        </Suspense>
      </span>
    );
  };
}

/** Beside the part: it comes alive with it. */
function Live({ onLive }: { onLive: () => void }) {
  useEffect(onLive, [onLive]);
  return null;
}

/** React drops clicks on what has no program yet, so they are noted before they reach it. */
function useEarlyClick(hurry: () => void) {
  const box = useRef<HTMLSpanElement>(null);
  const early = useRef<HTMLElement | null>(null);
  const live = useRef(false);
  const onLive = useRef(() => {
    live.current = true;
    if (early.current?.isConnected) early.current.click();
    early.current = null;
  }).current;
  useEffect(() => {
    const note = ({ target }: MouseEvent) => {
      if (live.current || !(target instanceof Element) || !box.current?.contains(target)) return;
      early.current = target.closest('button');
      hurry();
    };
    window.addEventListener('click', note, true);
    return () => window.removeEventListener('click', note, true);
  }, [hurry]);
  return { box, onLive };
}
