/**
 * `npm run bench:canvas [-- --nodes 1000 --json]`: how smoothly the designer of the production build moves, beside
 * bpmn-js on the same machine in the same run. See docs/benchmarks.md.
 */
import { createServer } from 'node:net';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureBuild } from '../../setup/build.mjs';
import startServer from '../../test/browser-server';
import { ENABLE_BROWSER, findChromium } from '../../test/chromium.mjs';
import { bpmnJs } from './bpmn-js';
import { modelOf } from './model';
import { ours } from './ours';
import { dragFrom, type Recording, zoomAt } from './recorder';
import { type Operations, type Subject, targets } from './subject';
import { print } from './table';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    nodes: { type: 'string', default: '100,1000,3000' },
    only: { type: 'string' },
    address: { type: 'string' },
  },
});

/** What was measured of one designer with one diagram. */
export interface Result {
  subject: string;
  nodes: number;
  openMs: number;
  operations: Operations;
  views: Record<'full' | 'fitted', { zoom: number; pan: Recording; wheel: Recording; drag: Recording }>;
}

async function measure(page: Page, subject: Subject, nodes: number): Promise<Result> {
  const model = modelOf(nodes);
  const log = (text: string) => console.error(`${subject.name}, ${nodes} nodes: ${text}`);
  const openMs = await subject.open(model);
  log(`open ${openMs} ms`);
  const cdp = await page.context().newCDPSession(page);
  const record = async (how: 'full' | 'fitted') => {
    const at = async () => targets(model, (await prepared()).place);
    const prepared = async () => {
      await subject.show(how);
      return { place: await subject.place() };
    };
    const { zoom } = (await prepared()).place;
    const by = how === 'full' ? 260 : 120;
    const pan = await dragFrom(page, cdp, (await at()).empty, by);
    const wheel = await zoomAt(page, cdp, (await at()).empty);
    const drag = await dragFrom(page, cdp, (await at()).node, 100);
    log(`${how}: pan ${pan.handled}, zoom ${wheel.handled}, drag ${drag.handled}`);
    return { zoom: Math.round(zoom * 1000) / 1000, pan, wheel, drag };
  };
  const views = { full: await record('full'), fitted: await record('fitted') };
  await subject.open(model);
  await subject.show('full');
  const { node } = targets(model, await subject.place());
  const operations = await subject.operations(model, node);
  log(`move ${operations.move}, append ${operations.append}, undo ${operations.undo} ms`);
  return { subject: subject.name, nodes, openMs, operations, views };
}

async function main(): Promise<void> {
  process.env.COUNTERSIGN_DIST_DIR ??= '.next-test';
  process.env.COUNTERSIGN_E2E_PORTS = String(await freePort());
  const address = values.address ?? `http://localhost:${process.env.COUNTERSIGN_E2E_PORTS}`;
  const executablePath = await findChromium((text) => console.error(text));
  if (!executablePath) throw new Error(`No Chromium was found. Install one: ${ENABLE_BROWSER}`);
  const names = ['ours', 'bpmn-js'].filter((each) => !values.only || values.only === each);
  const stop = names.includes('ours') && !values.address ? await serve() : undefined;
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    const results: Result[] = [];
    for (const nodes of values.nodes.split(',').map(Number)) {
      for (const name of names) {
        const page = await newPage(browser);
        if (name === 'ours') await signIn(page, address);
        results.push(await measure(page, name === 'ours' ? ours(page, address) : bpmnJs(page), nodes));
        await page.context().close();
      }
    }
    const load = os.loadavg()[0] ?? 0;
    print(results, load);
    if (values.json) console.log(JSON.stringify({ load, cpus: os.cpus().length, results }));
  } finally {
    await browser?.close();
    await stop?.();
  }
}

/** The production build on empty data folders. */
async function serve() {
  await ensureBuild();
  return startServer({ workers: 1 } as never);
}

/** A window of its own. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // The compiler of these scripts names functions by a helper that pages don't have.
  await page.addInitScript('globalThis.__name = (value) => value');
  return page;
}

async function signIn(page: Page, address: string): Promise<void> {
  const answer = await page.request.post(`${address}/api/demo/sign-in`, {
    form: { personId: 'demo-mia', returnTo: '/' },
    headers: { origin: address },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`Demo sign-in answered ${answer.status()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
}

await main();
