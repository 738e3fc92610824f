'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { useStoreApi } from 'reactflow';
import type { DiagramView } from '@/components/bpmn/types';
import type { Marked } from '../flow/types';
import { FEW } from '../scene/window';
import type { Motif } from './easel';

export interface PictureProps {
  view: DiagramView;
  /** Nothing is drawn while the elements themselves are shown. */
  shown: boolean;
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, Marked>;
}

/** What draws: small diagrams do without it until somebody looks at them from afar. */
export const EASEL = { preload: () => import('./easel') };

/**
 * The whole diagram as one picture under the canvas, for zooms at which a component an element would cost more
 * than it shows. What can be pointed at lies above it; screen readers have the outline.
 */
export function Picture({ view, shown, selected, problems }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const motif = useMemo(
    () => (shown ? { view, selected, problems } : null),
    [view, shown, selected, problems],
  );
  const latest = useRef<Motif | null>(null);
  const ask = useRef<() => void>(() => {});
  latest.current = motif;
  // A large diagram opens as a picture: its program comes while the canvas is made ready.
  useState(() => view.nodes.length > FEW && void EASEL.preload().catch(() => undefined));
  const [wanted, setWanted] = useState(shown);
  if (shown && !wanted) setWanted(true);

  useEffect(() => {
    const element = canvas.current;
    if (!element || !wanted) return;
    return afterwards(EASEL.preload, ({ standingOn }) => {
      const easel = standingOn(element, () => ({ ...store.getState(), motif: latest.current }));
      ask.current = easel.ask;
      easel.ask();
      const stop = store.subscribe((now, before) => {
        if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
          easel.ask();
      });
      return () => {
        ask.current = () => {};
        stop();
        easel.end();
      };
    });
  }, [store, wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another motif is another picture
  useEffect(() => ask.current(), [motif]);

  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      {/* Even an empty one would be put under the drawing at every frame. */}
      <canvas
        ref={canvas}
        data-testid="picture"
        data-shown={shown}
        className={shown ? 'size-full' : 'hidden'}
      />
    </div>
  );
}

/**
 * Begins something with what is loaded for it; what can't be loaded is tried again when the browser is back online.
 * @returns ends it
 */
function afterwards<T>(load: () => Promise<T>, begin: (loaded: T) => () => void): () => void {
  let end: (() => void) | undefined;
  let stopped = false;
  const attempt = () =>
    void load().then(
      (loaded) => {
        window.removeEventListener('online', attempt);
        if (!stopped) end ??= begin(loaded);
      },
      () => undefined,
    );
  window.addEventListener('online', attempt);
  attempt();
  return () => {
    stopped = true;
    window.removeEventListener('online', attempt);
    end?.();
  };
}
