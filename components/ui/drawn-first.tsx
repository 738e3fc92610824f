'use client';

import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
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
  // in the same turn as the part: a click in between would be done and repeated
  useLayoutEffect(onLive, [onLive]);
  return null;
}

/** A button that was pressed, and perhaps let go, before it had a program. */
interface Early {
  button: HTMLElement;
  clicked: boolean;
}

/** React drops what is done to a part without a program, so it is noted before it gets there. */
function useEarlyClick(hurry: () => void) {
  const box = useRef<HTMLSpanElement>(null);
  const early = useRef<Early | null>(null);
  const live = useRef(false);
  const onLive = useRef(() => {
    live.current = true;
    if (early.current) repeat(early.current);
    early.current = null;
  }).current;
  useEffect(() => {
    const note = ({ type, target }: MouseEvent) => {
      if (live.current || !(target instanceof Element) || !box.current?.contains(target)) return;
      const button = target.closest('button');
      early.current = button && { button, clicked: type === 'click' };
      hurry();
    };
    window.addEventListener('pointerdown', note, true);
    window.addEventListener('click', note, true);
    return () => {
      window.removeEventListener('pointerdown', note, true);
      window.removeEventListener('click', note, true);
    };
  }, [hurry]);
  return { box, onLive };
}

/** Menus open when they are pressed, everything else when it is let go. */
function repeat({ button, clicked }: Early): void {
  button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true, button: 0 }));
  if (clicked) button.click();
}
