import type { CDPSession, Page } from '@playwright/test';
import { percentile } from '../stats';

/** How long each movement takes, in milliseconds. */
const SECONDS = 3;
/** Pointer events a second, and the wheel's. */
const POINTER_HZ = 60;
const WHEEL_HZ = 30;

/** What one movement came to. */
export interface Recording {
  sent: number;
  /** Events the page was done with within the three seconds. */
  handled: number;
  /** Milliseconds from frame to frame. */
  p50: number;
  p95: number;
  max: number;
  /** Processor time of the page's main thread for each event, in milliseconds: says more than the clock does on a busy machine. */
  cpu: number;
}

type Input = Parameters<CDPSession['send']>[1] & { x: number; y: number };

/**
 * Sends input at a steady rate and counts what the page is done with in time: the next event is sent when its moment
 * has come and the page has answered the one before, as a browser does with a real mouse.
 */
async function play(
  page: Page,
  cdp: CDPSession,
  hz: number,
  event: (i: number) => object,
): Promise<Recording> {
  const sent = Math.round(SECONDS * hz) + (hz === WHEEL_HZ ? 1 : 0);
  await page.evaluate(watchFrames);
  const cpu = await threadTime(cdp);
  const began = performance.now();
  let handled = 0;
  for (let i = 0; i < sent; i++) {
    const wait = began + (i * 1000) / hz - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await cdp.send('Input.dispatchMouseEvent', event(i) as Input & never);
    if (performance.now() - began > SECONDS * 1000 + 1000 / hz) break;
    handled++;
  }
  const used = ((await threadTime(cdp)) - cpu) / Math.max(1, handled);
  const frames = (await page.evaluate(framesSeen)).sort((a, b) => a - b);
  const at = (share: number) => Math.round(percentile(frames, share) * 10) / 10;
  return {
    sent,
    handled,
    p50: at(0.5),
    p95: at(0.95),
    max: Math.round(frames.at(-1) ?? 0),
    cpu: Math.round(used * 10) / 10,
  };
}

/** Milliseconds of processor time that the tasks of the page's main thread have taken. */
async function threadTime(cdp: CDPSession): Promise<number> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

declare global {
  interface Window {
    __frames?: { seen: number[]; stop: () => void };
  }
}

function watchFrames(): void {
  const seen: number[] = [];
  let [before, handle] = [0, 0];
  const frame = (now: number) => {
    if (before > 0) seen.push(now - before);
    before = now;
    handle = requestAnimationFrame(frame);
  };
  handle = requestAnimationFrame(frame);
  window.__frames = { seen, stop: () => cancelAnimationFrame(handle) };
}

function framesSeen(): number[] {
  window.__frames?.stop();
  return window.__frames?.seen ?? [];
}

/** Round and round, and out again, so that always something else comes into view. */
const round = (i: number, by: number) => ({
  x: Math.round(Math.sin((i * 2 * Math.PI) / 90) * by),
  y: Math.round(Math.sin((i * 2 * Math.PI) / 60) * by * 0.6),
});

/** Presses at a point and moves in curves, up to `by` pixels away; then lets go. */
export async function dragFrom(
  page: Page,
  cdp: CDPSession,
  from: { x: number; y: number },
  by: number,
): Promise<Recording> {
  await page.mouse.move(from.x + 3, from.y + 3);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const result = await play(page, cdp, POINTER_HZ, (i) => {
    const to = round(i + 1, by);
    return { type: 'mouseMoved', x: from.x + to.x, y: from.y + to.y, button: 'left', buttons: 1 };
  });
  await page.mouse.up();
  return result;
}

/** Turns the wheel with Ctrl at a point: ten notches in, ten out. */
export function zoomAt(page: Page, cdp: CDPSession, at: { x: number; y: number }): Promise<Recording> {
  return play(page, cdp, WHEEL_HZ, (i) => ({
    type: 'mouseWheel',
    ...at,
    deltaX: 0,
    deltaY: Math.floor(i / 10) % 2 === 0 ? -20 : 20,
    modifiers: 2,
  }));
}
