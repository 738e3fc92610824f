import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ended, spawnNode } from '../process/spawn.mjs';
import { ensureBuild } from '../setup/build.mjs';
import { ROOT } from '../setup/folders.mjs';
import { describeProblem } from '../setup/problem.mjs';
import { isBrief } from './brief.mjs';
import { ENABLE_BROWSER, findChromium } from './chromium.mjs';
import { playwrightFailures, vitestFailures } from './failures.mjs';
import { countListed, NOTHING, oneCheck, playwrightTotals, vitestTotals } from './totals.mjs';

/** @typedef {import('./totals.mjs').Totals} Totals */
/** @typedef {Totals & { failures?: string[] }} Result */
/** @typedef {{ title: string, run: (args: string[]) => Promise<Result> }} Part */

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
/** A second server would cost more than it saves where only some specs are asked for. */
const ONE_WORKER = ['--workers=1'];

/** @type {import('node:child_process').ChildProcess | undefined} */
let current;
/** The program a part is running now. */
export const runningProgram = () => current;

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 */
async function node(args, extra = {}) {
  current = spawnNode(args, { cwd: ROOT, env: { ...process.env, ...extra } });
  const { code } = await ended(current);
  return code;
}

/**
 * Runs work with the path of a report file and reads what was written there.
 * @param {(file: string) => Promise<number | null>} work
 */
async function withReport(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'countersign-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const code = await work(file);
    return { code, report: existsSync(file) ? readFileSync(file, 'utf8') : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function types() {
  if (existsSync(path.join(ROOT, 'app'))) await node(['node_modules/next/dist/bin/next', 'typegen']);
  return oneCheck(await node(['node_modules/typescript/bin/tsc', '--noEmit']));
}

/** @param {string[]} args */
async function unit(args) {
  const { code, report } = await withReport((file) =>
    node([
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ]),
  );
  return { ...vitestTotals(report, code), failures: vitestFailures(report) };
}

async function build() {
  try {
    await ensureBuild();
    return oneCheck(0);
  } catch (error) {
    console.error(describeProblem(error));
    return oneCheck(1);
  }
}

/** @param {string[]} args */
async function endToEnd(args) {
  if (!existsSync(path.join(ROOT, 'e2e/specs'))) return NOTHING;
  const chromium = await findChromium(console.log);
  if (!chromium) {
    console.log(
      `The browser tests are skipped because there is no browser. This enables them: ${ENABLE_BROWSER}`,
    );
    const { report } = await withReport((file) =>
      node([PLAYWRIGHT, 'test', '--list', ...args], { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    );
    return { ...NOTHING, skipped: Math.max(1, countListed(report)) };
  }
  if (isBrief(args, process.env))
    console.log('Second looks (`@deep`) are left out; `CI=true npm test` has them too.');
  const { code, report } = await withReport((file) =>
    node([PLAYWRIGHT, 'test', ...(args.length > 0 ? ONE_WORKER : []), ...args], {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ...(isBrief(args, process.env) ? { COUNTERSIGN_BRIEF: '1' } : {}),
    }),
  );
  return { ...playwrightTotals(report, code), failures: playwrightFailures(report) };
}

/** Every part of `npm test`, cheapest first. @type {Record<string, Part>} */
export const parts = {
  lint: {
    title: 'Format and lint',
    run: async () => oneCheck(await node(['node_modules/@biomejs/biome/bin/biome', 'check', '.'])),
  },
  types: { title: 'Types', run: types },
  unit: { title: 'Unit, property, store and crash tests', run: unit },
  build: { title: 'Production build', run: build },
  e2e: { title: 'End to end, in a browser', run: endToEnd },
};
