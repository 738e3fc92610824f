import type { DiagramView } from '@/components/bpmn/types';
import type { Marked } from '../flow/types';
import { type Colours, coloursIn, onThemeChange } from './colours';
import { Painter } from './painter';
import { type PictureScene, sceneOf } from './scene';

/** How long the zoom stands still before looks are drawn for it, in milliseconds. */
const STILL_MS = 120;

/** What is to be seen. */
export interface Motif {
  view: DiagramView;
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, Marked>;
}

interface Asked {
  transform: readonly [number, number, number];
  width: number;
  height: number;
  /** Null while nothing is drawn. */
  motif: Motif | null;
}

/** Draws on a canvas, at most once a frame; `now` says what and where. */
export function standingOn(element: HTMLCanvasElement, now: () => Asked) {
  const colours: Colours = coloursIn(element.parentElement ?? document.body);
  const painter = new Painter();
  const pen = element.getContext('2d');
  const sceneFor = sceneOnce();
  let [frame, timer, zoom, blank] = [0, 0, 0, true];

  const draw = () => {
    frame = 0;
    const { transform, width, height, motif } = now();
    const scene = motif && sceneFor(motif);
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

/** The scene of the latest motif, sorted once. */
function sceneOnce(): (motif: Motif) => PictureScene {
  let last: { motif: Motif; scene: PictureScene } | undefined;
  return (motif) => {
    if (last?.motif !== motif) last = { motif, scene: sceneOf(motif.view, motif.selected, motif.problems) };
    return last.scene;
  };
}
