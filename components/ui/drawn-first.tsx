'use client';

import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { later } from './later';
import { whenIdle } from './when-idle';

export interface DrawnFirstOptions<P> {
  /** What it is, as the subject of “… can’t be loaded”. */
  name: string;
  /** Its place, where the server didn’t draw it or its program can’t be loaded. */
  place: (props: P, failure: ReactNode) => ReactNode;
}

const idle = () =>
  typeof window === 'undefined' ? Promise.resolve() : new Promise<void>((go) => void whenIdle(go));

/**
 * A part that the server draws whole, and whose program comes when the page is idle: nothing is missing meanwhile, it
 * only doesn’t answer yet. For parts whose props stay as they are until then.
 * @param load imports the component
 */
export function drawnFirst<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { name, place }: DrawnFirstOptions<P>,
): ComponentType<P> {
  const Again = later(load, { name, place });
  const Part = lazy(async () => {
    await idle();
    return { default: await load().catch((): ComponentType<P> => Again) };
  });
  return function DrawnFirst(props: P) {
    return (
      <Suspense fallback={place(props, null)}>
        <Part {...props} />
      </Suspense>
    );
  };
}
