import type { Page } from '@playwright/test';
import type { Model } from './model';

/** How the diagram lies in the window: a point p of it is at `p * zoom + (x, y)`; `board` is what is seen of it. */
export interface Place {
  x: number;
  y: number;
  zoom: number;
  board: { x: number; y: number; width: number; height: number };
}

/** Milliseconds an operation takes until the page is laid out again, each the median of several. */
export interface Operations {
  move: number;
  append: number;
  undo: number;
}

/** A designer that is measured. */
export interface Subject {
  name: string;
  /** Opens the diagram as it was generated; answers milliseconds from the start of the navigation until the page takes input. */
  open: (model: Model) => Promise<number>;
  /** Shows the diagram at 100 % around its middle, or whole. */
  show: (how: 'full' | 'fitted') => Promise<void>;
  place: () => Promise<Place>;
  /** @param at a step in the window. */
  operations: (model: Model, at: { x: number; y: number }) => Promise<Operations>;
}

/** The node nearest to the middle of what is seen, and a free point near it, both in the window. */
export function targets(model: Model, place: Place) {
  const { board, zoom } = place;
  const centre = { x: board.x + board.width / 2, y: board.y + board.height / 2 };
  const onScreen = (p: { x: number; y: number }) => ({ x: p.x * zoom + place.x, y: p.y * zoom + place.y });
  const distance = (p: { x: number; y: number }) => Math.hypot(p.x - centre.x, p.y - centre.y);
  const tasks = model.nodes.filter(({ type }) => /task/i.test(type));
  const middles = tasks.map((box) => onScreen({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
  const node = middles.reduce((best, p) => (distance(p) < distance(best) ? p : best));
  const boxes = model.nodes.map((box) => ({
    ...onScreen(box),
    width: box.width * zoom,
    height: box.height * zoom,
  }));
  const lines = model.flows.map(({ points }) => points.map(onScreen));
  const free: { x: number; y: number }[] = [];
  for (let x = board.x + 8; x < board.x + board.width - 8; x += 5)
    for (let y = board.y + 8; y < board.y + board.height - 8; y += 5)
      if (!COVERED.some((covers) => covers(x - board.x, y - board.y, board))) free.push({ x, y });
  free.sort((a, b) => distance(a) - distance(b));
  const empty = free.find(
    (p) => boxes.every((box) => clearOf(box, p)) && lines.every((line) => clearOfLine(line, p)),
  );
  if (!empty) throw new Error('There is no free place to pan by');
  return { node: whole(node), empty: whole(empty) };
}

const CLEAR = 4;
/** Where either designer has its tools: palettes at the left, overview and zoom at the foot. */
const COVERED = [
  (x: number, y: number, board: Place['board']) => x > board.width - 250 && y > board.height - 160,
  (x: number, y: number, board: Place['board']) => x < 210 && y > board.height - 80,
  (x: number, _y: number, board: Place['board']) => board.x === 0 && x < 120,
];
const whole = (p: { x: number; y: number }) => ({ x: Math.round(p.x), y: Math.round(p.y) });
const clearOf = (box: { x: number; y: number; width: number; height: number }, p: { x: number; y: number }) =>
  p.x < box.x - CLEAR ||
  p.x > box.x + box.width + CLEAR ||
  p.y < box.y - CLEAR ||
  p.y > box.y + box.height + CLEAR;

/** Lines of the model run level and upright only. */
const clearOfLine = (line: readonly { x: number; y: number }[], p: { x: number; y: number }) =>
  line.every((b, i) => {
    const a = line[i - 1];
    if (!a) return true;
    const box = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
    return clearOf(box, p);
  });

/**
 * Has every page that is opened from now on say when something is there and it has drawn twice after that. The page
 * looks by itself, once a frame: asking it from outside puts a program of the asker's into it, which takes as long as
 * a good part of the opening.
 * @param isThere an expression of the page
 * @returns waits for the page that is being opened; answers its clock, in milliseconds since the navigation began
 */
export async function announcedOpening(page: Page, isThere: string): Promise<() => Promise<number>> {
  const say = `requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => console.info('${OPENED}' + performance.now()))))`;
  await page.addInitScript(
    `{ const look = () => ((${isThere}) ? ${say} : requestAnimationFrame(look)); requestAnimationFrame(look); }`,
  );
  return async () => {
    const said = await page.waitForEvent('console', (message) => message.text().startsWith(OPENED));
    return Number(said.text().slice(OPENED.length));
  };
}

const OPENED = 'bench: opened at ';
