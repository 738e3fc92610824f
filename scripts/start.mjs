#!/usr/bin/env node
/**
 * `npm start`, `npm run dev`, `npm run worker`: from a fresh clone to a running Countersign. Until the
 * dependencies are installed nothing but Node's own modules may be imported, so what needs packages is
 * imported where it is used.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup/folders.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { describeProblem } from './setup/problem.mjs';
import { createProgress } from './setup/progress.mjs';
import { createEndings } from './supervisor/endings.mjs';
import { serve } from './supervisor/serve.mjs';
import { work } from './supervisor/work.mjs';

const flags = new Set(process.argv.slice(2));
const progress = createProgress();
const endings = createEndings(progress.say);

try {
  checkNodeVersion();
  loadSettings();
  if (flags.has('--worker')) await work({ progress, endings });
  else await serve({ development: flags.has('--dev'), progress, endings });
} catch (error) {
  if (!endings.signal.aborted) {
    console.error(`\n${describeProblem(error)}`);
    await endings.end(1);
  }
}

/** Reads `.env`, or the file `COUNTERSIGN_ENV_FILE` names (none when it is empty). What is set already wins. */
function loadSettings() {
  const name = process.env.COUNTERSIGN_ENV_FILE ?? '.env';
  const file = path.join(ROOT, name);
  if (name && existsSync(file)) process.loadEnvFile(file);
}
