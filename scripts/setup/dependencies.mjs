import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from '../process/spawn.mjs';
import { exclusively } from './checkout-lock.mjs';
import { ROOT } from './folders.mjs';
import { SetupProblem } from './problem.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

const UNREACHABLE =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ENOTCACHED|network request/;

/**
 * Installs exactly what the lock file names, when that is not what is installed.
 * @param {string} [root]
 * @returns {Promise<boolean>} whether something was installed
 * @throws {SetupProblem} `npm-unreachable` or `install-failed`
 */
export async function ensureDependencies(root = ROOT) {
  if (dependenciesMatch(root)) return false;
  return exclusively(path.join(root, 'node_modules'), async () => {
    if (dependenciesMatch(root)) return false;
    const { code, output } = await runNode([npmProgram(), 'ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
    });
    if (code !== 0) throw installProblem(output);
    return true;
  });
}

/**
 * Whether every package of the lock file is installed in its version. npm records what it installed in a
 * hidden lock file, written last, so an install that broke off does not count. Optional packages may be
 * missing: most are for other operating systems.
 * @param {string} root
 */
export function dependenciesMatch(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const found = installed[place];
    return found ? found.version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Packages | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm's own program: the one that runs us, or the one that came with Node. */
export function npmProgram() {
  const given = process.env.npm_execpath;
  const beside = path.dirname(process.execPath);
  const places = [
    ...(given?.endsWith('npm-cli.js') ? [given] : []),
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
    ...(process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'npm')),
  ];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  throw new SetupProblem(
    'no-npm',
    'npm was not found.',
    'Install it, or run `npm ci` yourself and start again.',
  );
}

/** @param {string} output */
function installProblem(output) {
  const unreachable = UNREACHABLE.exec(output);
  if (unreachable)
    return new SetupProblem(
      'npm-unreachable',
      `The dependencies could not be installed because the npm registry cannot be reached (${unreachable[0]}).`,
      'Check the network connection, a proxy, and the registry (`npm config get registry`), then start again.',
    );
  const tail = output.split('\n').slice(-15).join('\n');
  return new SetupProblem(
    'install-failed',
    `The dependencies could not be installed:\n${tail}`,
    'Run `npm ci` to see it all.',
  );
}
