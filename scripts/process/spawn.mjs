import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const GUARD = pathToFileURL(path.join(import.meta.dirname, 'guard.mjs')).href;
const GUARD_FD = 3;

/**
 * Starts a Node program that ends when this process does, even when this process is killed. It gets a
 * process group of its own, so that Ctrl-C reaches only us and we end the parts in order.
 * @param {string[]} args arguments of `node`
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, output?: 'inherit' | 'pipe', input?: 'ignore' | 'inherit', imports?: string[] }} [options]
 * `imports` are files preloaded into it
 */
export function spawnNode(
  args,
  { env = process.env, cwd, output = 'inherit', input = 'ignore', imports = [] } = {},
) {
  const preloads = [GUARD, ...imports.map((file) => pathToFileURL(file).href)].flatMap((url) => [
    '--import',
    url,
  ]);
  return spawn(process.execPath, [...preloads, ...args], {
    cwd,
    env: { ...env, COUNTERSIGN_GUARD: String(GUARD_FD) },
    stdio: [input, output, output, 'pipe'],
    detached: process.platform !== 'win32' && input === 'ignore',
  });
}

/**
 * How a process ended, once it has.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/**
 * Runs a Node program to its end and collects what it prints.
 * @param {string[]} args
 * @param {Parameters<typeof spawnNode>[1]} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function runNode(args, options = {}) {
  const child = spawnNode(args, { ...options, output: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (text) => {
      output += text;
    });
  }
  const closed = new Promise((resolve) => child.once('close', resolve));
  const stop = () => terminate(child, 2000);
  running.add(stop);
  const { code } = await ended(child);
  running.delete(stop);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 500).unref())]);
  return { code, output: output.trim() };
}

/** @type {Set<() => Promise<void>>} */
const running = new Set();

/** Ends whatever {@link runNode} is running now. */
export async function stopRunningSteps() {
  await Promise.all([...running].map((stop) => stop()));
}

/**
 * Asks a process to end, and ends it with everything it started when it does not within `graceMs`.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} graceMs
 */
export async function terminate(child, graceMs) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(child), graceMs);
  await ended(child);
  clearTimeout(timer);
}

/** @param {import('node:child_process').ChildProcess} child */
function killGroup(child) {
  try {
    process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
