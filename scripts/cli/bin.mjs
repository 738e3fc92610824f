#!/usr/bin/env node
/**
 * `countersign <command>`: models in files, checked without a server and published over the HTTP API. Runs the
 * TypeScript of this checkout from any folder; needs no database.
 */
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
const { run } = await tsImport('./main.ts', { parentURL: import.meta.url, tsconfig });
process.exitCode = await run(process.argv.slice(2), {
  // `npm run` changes into the checkout; what the person types is relative to where they are.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: process.env,
  out: (/** @type {string} */ text) => void process.stdout.write(`${text}\n`),
  error: (/** @type {string} */ text) => void process.stderr.write(`${text}\n`),
});
