import type { Page } from '@playwright/test';
import { median, round1 } from '../stats';
import type { Model } from './model';
import { announcedOpening, type Operations, type Place, type Subject } from './subject';

/** Something of the diagram is there: an element, or, of a large one, the picture, which begins with the size of any canvas. */
const IS_DRAWN =
  "document.querySelector('.react-flow__node') ?? [...document.querySelectorAll('[data-testid=picture][data-shown=true]')].find((canvas) => canvas.width !== 300)";

/** The designer of this project, on its page, with problems, overview and autosave as in life. */
export function ours(page: Page, address: string): Subject {
  const announced = announcedOpening(page, IS_DRAWN);
  const open = async (model: Model): Promise<number> => {
    // A process of its own each time: what was dragged before is saved.
    await announced;
    const id = await create(page, address, model);
    const url = `${address}/processes/${id}`;
    await page.goto(url);
    await page.locator('.react-flow__pane').waitFor({ state: 'attached' });
    await page.locator('[data-save-status="saved"]').waitFor();
    await page.goto('about:blank');
    // Once more, with the scripts in the browser's cache.
    const opened = (await announced)();
    await page.goto(url, { waitUntil: 'commit' });
    return round1(await opened);
  };
  return {
    name: 'Countersign',
    open,
    place: () => page.evaluate(placeNow),
    show: async (how) => {
      await page.getByTestId('canvas').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+1');
      await page.waitForTimeout(600);
      if (how === 'full') await page.keyboard.press('Shift+0');
      await page.waitForTimeout(900);
    },
    operations: async (_model, at) => operations(page, at),
  };
}

async function create(page: Page, address: string, model: Model): Promise<string> {
  const answer = await page.request.post(`${address}/api/v1/processes`, {
    headers: { origin: address, 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/xml' },
    data: model.xml,
    timeout: 120_000,
  });
  if (answer.status() !== 201)
    throw new Error(`Creating ${model.key} answered ${answer.status()}: ${await answer.text()}`);
  return ((await answer.json()) as { processId: string }).processId;
}

function placeNow(): Place {
  const board = document.querySelector('[data-testid=canvas]')?.getBoundingClientRect() ?? new DOMRect();
  const style = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
  const [x = 0, y = 0, zoom = 1] = [...style.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([value]) =>
    Number(value),
  );
  return {
    x: x + board.x,
    y: y + board.y,
    zoom,
    board: { x: board.x, y: board.y, width: board.width, height: board.height },
  };
}

/** Keys and buttons pressed by script, so that the time is that of the whole way from the press to the layout. */
async function operations(page: Page, at: { x: number; y: number }): Promise<Operations> {
  const pad = page.getByRole('toolbar', { name: 'Next' }).getByRole('button', { name: 'Append task' });
  const times: Record<keyof Operations, number[]> = { move: [], append: [], undo: [] };
  for (let i = 0; i < 9; i++) {
    await page.mouse.click(at.x, at.y);
    await pad.waitFor();
    await page.waitForTimeout(700);
    times.move.push(await page.evaluate(timed, { key: 'ArrowRight' }));
    await page.waitForTimeout(1200);
    times.undo.push(await page.evaluate(timed, { key: 'z', ctrlKey: true }));
    await page.waitForTimeout(700);
    times.append.push(await page.evaluate(timed, {}));
    await page.getByLabel('Label', { exact: true }).press('Escape');
    await page.waitForTimeout(700);
    await page.evaluate(timed, { key: 'z', ctrlKey: true });
    await page.keyboard.press('Escape');
    await page.waitForTimeout(700);
  }
  const of = (name: keyof Operations) => round1(median(times[name].slice(2)));
  return { move: of('move'), append: of('append'), undo: of('undo') };
}

/** Presses a key on the canvas, or else “Append task”, and waits for React and the layout. */
async function timed(press: { key?: string; ctrlKey?: boolean }): Promise<number> {
  const canvas = document.querySelector('[data-testid=canvas]');
  const button = document.querySelector<HTMLElement>(
    '[role=toolbar][aria-label=Next] [aria-label="Append task"]',
  );
  const began = performance.now();
  if (press.key)
    canvas?.dispatchEvent(
      new KeyboardEvent('keydown', { ...press, key: press.key, bubbles: true, cancelable: true }),
    );
  else button?.click();
  for (let i = 0; i < 20; i++) await Promise.resolve();
  document.body.getBoundingClientRect();
  return performance.now() - began;
}
