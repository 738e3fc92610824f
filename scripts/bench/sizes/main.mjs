/**
 * `npm run sizes -- [address] [--what PAGE]`: how much JavaScript each page needs before it works, of a server that
 * runs already (a production build, in demo mode), beside its budget; exits with 1 when a page is over. What is counted
 * is written in docs/benchmarks.md. With `--what` it says which packages and which folders of ours a page's scripts
 * are made of, for a build that was made with `COUNTERSIGN_SOURCE_MAPS=1`.
 */
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { compressed, kilobytes } from './compressed.mjs';
import { contentsOf, FRAMEWORK, ownerOf } from './contents.mjs';

/** KB, from the specification's budgets; home has none. */
const BUDGETS = { home: null, designer: 320, inbox: 170, audit: 180 };
/** Smaller owners are summed up, bytes. */
const WORTH_A_ROW = 200;

const { values, positionals } = parseArgs({ options: { what: { type: 'string' } }, allowPositionals: true });
const address = (positionals[0] ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '');
if (values.what !== undefined && !(values.what in BUDGETS)) {
  console.error(`There is no page "${values.what}"; the pages are ${Object.keys(BUDGETS).join(', ')}.`);
  process.exit(1);
}
if (!(await fetch(`${address}/healthz`).catch(() => null))?.ok) {
  console.error(
    `No server answers at ${address}. Start it (npm start), or name its address: npm run sizes -- URL`,
  );
  process.exit(1);
}
const browser = await openBrowser(address);
try {
  const { items } = await browser.ask('/api/v1/processes?key=invoice-approval');
  /** @type {Record<string, string>} */
  const pages = {
    home: '/',
    designer: `/processes/${items[0].processId}`,
    inbox: `/inbox/${await browser.openTask('invoice-approval')}`,
    audit: '/audit',
  };
  if (values.what !== undefined) await what(pages[values.what] ?? '/');
  else await sizes(pages);
} finally {
  await browser.close();
}

/** @param {Record<string, string>} pages */
async function sizes(pages) {
  const rows = [];
  for (const [page, path] of Object.entries(pages)) {
    const { first, later } = await browser.scriptsOf(path);
    const size = await sizeOf(first);
    const budget = BUDGETS[/** @type {keyof typeof BUDGETS} */ (page)];
    rows.push({
      page,
      path,
      files: first.length,
      'plain KB': kilobytes(size.plain),
      'gzip KB': kilobytes(size.gzip),
      'budget KB': budget ?? '–',
      '': budget !== null && size.gzip > budget * 1000 ? 'OVER' : '',
      'when idle KB': kilobytes((await sizeOf(later)).gzip),
    });
  }
  console.table(rows);
  const { first } = await browser.scriptsOf('/');
  const base = await frameworkOf(first);
  if (base > 0)
    console.log(`Of each page ${kilobytes(base)} KB are React, Next.js and the loader of scripts.`);
  if (rows.some((row) => row[''] !== '')) process.exitCode = 1;
}

/** @param {readonly string[]} scripts */
async function sizeOf(scripts) {
  const bodies = await Promise.all(
    scripts.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
  return {
    plain: bodies.reduce((sum, body) => sum + body.byteLength, 0),
    gzip: bodies.reduce((sum, body) => sum + compressed(body), 0),
  };
}

/** @param {readonly string[]} scripts @returns {Promise<Map<string, number>>} bytes of gzip by package or folder */
async function ownersOf(scripts) {
  const owners = new Map();
  for (const url of scripts)
    for (const [source, bytes] of await contentsOf(url)) {
      const owner = ownerOf(source);
      owners.set(owner, (owners.get(owner) ?? 0) + bytes);
    }
  return owners;
}

/** Bytes of gzip that come whatever a page does; 0 without source maps. @param {readonly string[]} scripts */
async function frameworkOf(scripts) {
  const owners = await ownersOf(scripts);
  return FRAMEWORK.reduce((sum, owner) => sum + (owners.get(owner) ?? 0), 0);
}

/** @param {string} path */
async function what(path) {
  const { first, later } = await browser.scriptsOf(path);
  for (const [when, scripts] of /** @type {const} */ ([
    ['first', first],
    ['when idle', later],
  ])) {
    const owners = [...(await ownersOf(scripts))].sort(([, a], [, b]) => b - a);
    if (owners.length === 0 && scripts.length > 0)
      return console.error('This build has no source maps. Make it with COUNTERSIGN_SOURCE_MAPS=1.');
    const shown = owners.filter(([, bytes]) => bytes >= WORTH_A_ROW);
    const rest = owners.slice(shown.length).reduce((sum, [, bytes]) => sum + bytes, 0);
    console.log(`\n${path}, ${when}: ${scripts.length} files`);
    console.table(
      [...shown, ['(smaller ones)', rest]].map(([owner, bytes]) => ({
        owner,
        'gzip KB': kilobytes(Number(bytes)),
      })),
    );
  }
}
