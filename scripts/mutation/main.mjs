#!/usr/bin/env node
/**
 * `npm run mutation [-- stryker arguments]`: changes engine/core in every small way there is and counts how many of
 * the changes a test notices; fails below the threshold. Not a part of `npm test`, for it takes too long.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ended, spawnNode } from '../process/spawn.mjs';
import { ROOT } from '../setup/folders.mjs';
import { checkNodeVersion } from '../setup/node-version.mjs';
import { prepareCheckout } from '../setup/prepare.mjs';
import { describeProblem } from '../setup/problem.mjs';
import { createProgress } from '../setup/progress.mjs';
import { scoreLine, scoreTable } from './score.mjs';

const REPORT = path.join(ROOT, '.stryker/report.json');

async function main(/** @type {string[]} */ args) {
  checkNodeVersion();
  await prepareCheckout(createProgress());
  rmSync(REPORT, { force: true });
  const stryker = path.join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const child = spawnNode([stryker, 'run', 'scripts/mutation/stryker.config.json', ...args], {
    cwd: ROOT,
    input: 'inherit',
  });
  const { code, signal } = await ended(child);
  // without a report it never came to a score, and Stryker has said why
  if (!existsSync(REPORT)) return code || 1;
  const { files, thresholds } = JSON.parse(readFileSync(REPORT, 'utf8'));
  console.log(`\n${scoreTable(files)}\n\n${scoreLine(files, thresholds?.break ?? 85)}`);
  return code ?? (signal ? 1 : 0);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}
