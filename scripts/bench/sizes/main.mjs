/**
 * `npm run sizes -- [address]`: how much JavaScript each page needs before it works, of a server that runs already
 * (a production build, in demo mode). Signs in as the first demo person, loads each page in Chromium with an empty
 * cache and sums the scripts that its document holds when it has loaded, each compressed on its own with gzip as a
 * server would send it.
 */
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { ENABLE_BROWSER, findChromium } from '../test/chromium.mjs';

const GZIP_LEVEL = 6;
/** KB, from the specification's budgets; home has none. */
const BUDGETS = { home: null, designer: 320, inbox: 170, audit: 180 };

const address = (process.argv[2] ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '');
const executablePath = await findChromium((text) => console.error(text));
if (!executablePath) {
  console.error(`No Chromium was found. Install one: ${ENABLE_BROWSER}`);
  process.exit(1);
}
if (!(await fetch(`${address}/healthz`).catch(() => null))?.ok) {
  console.error(
    `No server answers at ${address}. Start it (npm start), or name its address: npm run sizes -- URL`,
  );
  process.exit(1);
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const pages = { home: '/', designer: await firstProcess(), inbox: '/inbox', audit: '/audit' };
  const rows = [];
  for (const [name, path] of Object.entries(pages))
    rows.push({ page: name, ...(await measure(path, BUDGETS[name])) });
  console.table(rows);
} finally {
  await browser.close();
}

/** A window with an empty cache, signed in. */
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

async function firstProcess() {
  const context = await signedIn();
  const { items } = await (await context.request.get('/api/v1/processes?key=invoice-approval')).json();
  await context.close();
  return `/processes/${items[0].processId}`;
}

/**
 * @param {string} path
 * @param {number | null} budget KB
 */
async function measure(path, budget) {
  const context = await signedIn();
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'load' });
  // Browsers that know modules, all that we support, never load the others.
  const sources = await page
    .locator('script[src]:not([nomodule])')
    .evaluateAll((scripts) => scripts.map((script) => script.src));
  const files = await Promise.all(
    [...new Set(sources)].map(async (url) => (await context.request.get(url)).body()),
  );
  await context.close();
  const gzip = files.reduce((sum, body) => sum + gzipSync(body, { level: GZIP_LEVEL }).byteLength, 0);
  const plain = files.reduce((sum, body) => sum + body.byteLength, 0);
  return {
    path,
    files: files.length,
    'plain KB': kilobytes(plain),
    'gzip KB': kilobytes(gzip),
    'budget KB': budget ?? '–',
  };
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return Number((bytes / 1000).toFixed(1));
}
