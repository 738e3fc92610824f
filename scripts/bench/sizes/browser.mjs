import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { ENABLE_BROWSER, findChromium } from '../../test/chromium.mjs';

/** Nothing asked for in so long: the page has what it starts with. */
const QUIET_MS = 1500;
/** How often it is looked whether a sample has come to its task. */
const TRIES = 20;

/** @typedef {{ first: string[], later: string[] }} Scripts addresses, in the order they were asked for */

/**
 * A Chromium that loads pages of a running server in demo mode as the first demo person, each with an empty cache.
 * @param {string} address
 */
export async function openBrowser(address) {
  const executablePath = await findChromium((text) => console.error(text));
  if (!executablePath) throw new Error(`No Chromium was found. Install one: ${ENABLE_BROWSER}`);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

  async function signedIn() {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
    const answer = await context.request.post('/api/demo/sign-in', {
      form: { personId: 'demo-mia', returnTo: '/' },
      headers: { origin: address },
      maxRedirects: 0,
    });
    if (answer.status() !== 303)
      throw new Error(`Demo sign-in answered ${answer.status()}; is this demo mode?`);
    return context;
  }

  return {
    close: () => browser.close(),

    /**
     * Runs a sample until somebody has to decide, so that the inbox shows what it is for.
     * @param {string} sampleId
     * @returns {Promise<string>} the id of a task that the person may decide
     */
    async openTask(sampleId) {
      const context = await signedIn();
      await context.request.post('/api/demo/run-sample', {
        form: { sampleId },
        headers: { origin: address },
        maxRedirects: 0,
      });
      for (let tries = 0; tries < TRIES; tries += 1) {
        const { items } = await (await context.request.get('/api/v1/tasks?view=mine')).json();
        if (items[0]) return items[0].taskId;
        await delay(QUIET_MS);
      }
      throw new Error(`The sample ${sampleId} asked nobody to decide.`);
    },

    /** @param {string} path of the API @returns {Promise<any>} what it answers */
    async ask(path) {
      const context = await signedIn();
      const answer = await (await context.request.get(path)).json();
      await context.close();
      return answer;
    },

    /**
     * The scripts a page asks for by itself: first those before the browser is idle, then those it waits for idle
     * time to load. The browser says it is idle only when we let it, so that the two can be told apart.
     * @param {string} path
     * @returns {Promise<Scripts>}
     */
    async scriptsOf(path) {
      const context = await signedIn();
      const page = await context.newPage();
      await page.addInitScript(holdIdle);
      const asked = new Set();
      let last = performance.now();
      context.on('request', (request) => {
        if (request.resourceType() !== 'script') return;
        asked.add(request.url());
        last = performance.now();
      });
      const quiet = async () => {
        last = performance.now();
        while (performance.now() - last < QUIET_MS) await page.waitForTimeout(100);
        return [...asked];
      };
      await page.goto(path, { waitUntil: 'load' });
      const first = await quiet();
      await page.evaluate(() => /** @type {any} */ (window).releaseIdle());
      const all = await quiet();
      await context.close();
      return { first, later: all.slice(first.length) };
    },
  };
}

/** Runs in the page, before anything of it. */
function holdIdle() {
  /** @type {IdleRequestCallback[]} */
  const held = [];
  const real = window.requestIdleCallback;
  window.requestIdleCallback = (callback) => held.push(callback);
  window.cancelIdleCallback = (id) => delete held[id - 1];
  /** @type {any} */ (window).releaseIdle = () => {
    window.requestIdleCallback = real;
    for (const callback of held.splice(0)) if (callback) real(callback);
  };
}
