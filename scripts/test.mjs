#!/usr/bin/env node
/**
 * `npm test [-- part [arguments]]`: sets up what a fresh clone lacks and runs everything, or one part:
 * lint, types, unit, build, e2e. The last line is the total. `CI=true` runs the deep counts too.
 */
import { terminate } from './process/spawn.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { prepareCheckout } from './setup/prepare.mjs';
import { describeProblem } from './setup/problem.mjs';
import { createProgress } from './setup/progress.mjs';

const [name, ...args] = process.argv.slice(2);
// A build of its own: testing must not replace the one a running server reads from.
process.env.COUNTERSIGN_DIST_DIR ??= '.next-test';
if (process.env.CI === 'true') process.env.COUNTERSIGN_DEEP ??= '1';
// Nothing of an installation whose environment we may have been started in.
for (const variable of [
  'DATABASE_URL',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_URL',
  'COUNTERSIGN_DATA_DIR',
  'COUNTERSIGN_EMBEDDED_DB',
  'COUNTERSIGN_ENGINE',
  'COUNTERSIGN_KEK',
  'COUNTERSIGN_PREPARED',
  'NODE_ENV',
])
  delete process.env[variable];

try {
  checkNodeVersion();
  await prepareCheckout(createProgress());
  process.exitCode = await run();
} catch (error) {
  console.error(`\n${describeProblem(error)}`);
  process.exitCode = 1;
}

async function run() {
  const { parts, runningProgram } = await import('./test/parts.mjs'); // these need installed packages
  const { addTotals, exitCodeFor, totalsLine } = await import('./test/totals.mjs');
  if (name && !parts[name])
    throw new Error(`There is no part "${name}"; the parts are ${Object.keys(parts).join(', ')}.`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, async () => {
      const child = runningProgram();
      if (child) await terminate(child, 10_000);
      process.exit(130);
    });
  }
  const totals = [];
  const failures = [];
  for (const part of name ? [parts[name]] : Object.values(parts)) {
    if (!part) continue;
    const begun = performance.now();
    console.log(`\n── ${part.title}`);
    const result = await part.run(args);
    totals.push(result);
    failures.push(...(result.failures ?? []));
    console.log(
      `── ${part.title}: ${totalsLine(result)} (${((performance.now() - begun) / 1000).toFixed(1)} s)`,
    );
  }
  // Once more at the end: the rest of the output is long, and often only its end is kept.
  if (failures.length > 0) console.log(`\nFailed:\n${failures.slice(0, 30).join('\n')}`);
  const all = addTotals(totals);
  console.log(`\n${totalsLine(all)}`);
  return exitCodeFor(all);
}
