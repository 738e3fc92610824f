'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useStoreApi } from 'reactflow';
import type { DiagramView } from '@/components/bpmn/types';
import type { Marked } from '../flow/types';
import { type Colours, coloursIn, onThemeChange } from './colours';
import { Painter } from './painter';
import { type PictureScene, sceneOf } from './scene';

export interface PictureProps {
  view: DiagramView;
  /** Nothing is drawn while the elements themselves are shown. */
  shown: boolean;
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, Marked>;
}

/** How long the zoom stands still before looks are drawn for it, in milliseconds. */
const STILL_MS = 120;

/**
 * The whole diagram as one picture under the canvas, for zooms at which a component an element would cost more
 * than it shows. What can be pointed at lies above it; screen readers have the outline.
 */
export function Picture({ view, shown, selected, problems }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const scene = useMemo(
    () => (shown ? sceneOf(view, selected, problems) : null),
    [view, shown, selected, problems],
  );
  const latest = useRef<PictureScene | null>(null);
  const ask = useRef<() => void>(() => {});
  latest.current = scene;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const easel = standingOn(element, () => ({ ...store.getState(), scene: latest.current }));
    ask.current = easel.ask;
    const stop = store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
        easel.ask();
    });
    return () => {
      stop();
      easel.end();
    };
  }, [store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene is another picture
  useEffect(() => ask.current(), [scene]);

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

interface Asked {
  transform: readonly [number, number, number];
  width: number;
  height: number;
  scene: PictureScene | null;
}

/** Draws on a canvas, at most once a frame; `now` says what and where. */
function standingOn(element: HTMLCanvasElement, now: () => Asked) {
  const colours: Colours = coloursIn(element.parentElement ?? document.body);
  const painter = new Painter();
  const pen = element.getContext('2d');
  let [frame, timer, zoom, blank] = [0, 0, 0, true];

  const draw = () => {
    frame = 0;
    const { transform, width, height, scene } = now();
    if (!pen || (blank && !scene)) return;
    const density = window.devicePixelRatio;
    const [w, h] = [Math.round(width * density), Math.round(height * density)];
    if (element.width !== w || element.height !== h) [element.width, element.height] = [w, h];
    blank = scene === null;
    if (!scene) return pen.clearRect(0, 0, w, h);
    const still = zoom === transform[2];
    zoom = transform[2];
    const view = { x: transform[0] * density, y: transform[1] * density, zoom: zoom * density };
    const board = { pen, view, width: w, height: h, density, colour: colours.of };
    const exact = painter.paint(board, scene, still);
    window.clearTimeout(timer);
    if (exact) return;
    timer = window.setTimeout(ask, STILL_MS);
  };
  const ask = () => {
    frame ||= requestAnimationFrame(draw);
  };
  const stopTheme = onThemeChange(() => {
    colours.forget();
    painter.forget();
    ask();
  });
  return {
    ask,
    end: () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
      stopTheme();
      colours.end();
    },
  };
}
