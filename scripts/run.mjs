#!/usr/bin/env node
/**
 * `node scripts/run.mjs <script.ts | program> [arguments]`: runs a TypeScript file, or a program of
 * node_modules/.bin such as `prisma`, with the installation's database in `DATABASE_URL`. The built-in
 * database is started when it does not run, and stopped afterwards when nothing else uses it.
 */
import path from 'node:path';
import { ended, spawnNode } from './process/spawn.mjs';
import { childEnvironment } from './setup/environment.mjs';
import { ROOT } from './setup/folders.mjs';
import { prepare } from './setup/prepare.mjs';
import { describeProblem } from './setup/problem.mjs';
import { createProgress } from './setup/progress.mjs';

/** @param {string[]} argv */
async function main([target, ...rest]) {
  if (!target) throw new Error('Usage: node scripts/run.mjs <script.ts | program> [arguments]');
  if (process.env.COUNTERSIGN_PREPARED === '1') return run(target, rest, process.env);
  const quiet = createProgress((text) => void process.stderr.write(text));
  const { folder, database } = await prepare(quiet);
  try {
    return await run(target, rest, childEnvironment({ folder, database }));
  } finally {
    await database.release();
  }
}

/**
 * @param {string} target
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function run(target, args, env) {
  const child = spawnNode([...nodeArguments(target), ...args], { env, input: 'inherit' });
  const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, pass);
  const { code, signal } = await ended(child);
  return code ?? (signal ? 1 : 0);
}

/**
 * Scripts see the same modules as the server: `server-only` is empty under the condition `react-server`.
 * @param {string} target
 */
function nodeArguments(target) {
  if (!/\.[cm]?[jt]s$/.test(target)) return [path.join(ROOT, 'node_modules/.bin', target)];
  return ['--conditions=react-server', '--import', import.meta.resolve('tsx'), path.resolve(target)];
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}
